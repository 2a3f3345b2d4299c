package dev.brine.jooq;

import dev.brine.sql.Dialect;

/**
 * What a kind of database can keep as it is, and what SQLAlchemy keeps in it in another form: the
 * {@code supports_native_…} of its dialects (rel_2_0_52, {@code dialects/}).
 */
enum StorageFamily {
  /** Integers, floats, text and bytes; everything else is one of them. */
  SQLITE(false, false, false, false),
  POSTGRESQL(true, true, true, true),
  /** MySQL and MariaDB. */
  MYSQL(true, false, false, false),
  /** As its dialect for SQLAlchemy has it (duckdb-engine 0.17.0): decimals are sent as floats. */
  DUCKDB(false, true, true, true),
  /** A database that nobody wrote a dialect of SQLAlchemy for, such as H2: by the SQL standard. */
  STANDARD(true, true, true, false);

  private final boolean decimals;
  private final boolean booleans;
  private final boolean uuids;
  private final boolean intervals;

  StorageFamily(boolean decimals, boolean booleans, boolean uuids, boolean intervals) {
    this.decimals = decimals;
    this.booleans = booleans;
    this.uuids = uuids;
    this.intervals = intervals;
  }

  static StorageFamily of(Dialect dialect) {
    return switch (dialect.name()) {
      case "sqlite" -> SQLITE;
      case "postgresql" -> POSTGRESQL;
      case "mysql", "mariadb" -> MYSQL;
      case "duckdb" -> DUCKDB;
      default -> STANDARD;
    };
  }

  boolean hasDecimals() {
    return decimals;
  }

  boolean hasBooleans() {
    return booleans;
  }

  boolean hasUuids() {
    return uuids;
  }

  boolean hasIntervals() {
    return intervals;
  }

  /** Whether dates and times are text. */
  boolean keepsTimeAsText() {
    return this == SQLITE;
  }

  /** Whether the driver takes JSON apart by itself, as psycopg2 does. */
  boolean readsJson() {
    return this == POSTGRESQL;
  }
}
