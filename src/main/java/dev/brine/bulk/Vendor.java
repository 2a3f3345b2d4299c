package dev.brine.bulk;

import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/** In what the databases differ here. */
enum Vendor {
  /** Whoever has begun to write is alone. */
  SQLITE("\"", "", "TEXT"),
  POSTGRESQL("\"", " FOR UPDATE", "TEXT"),
  MYSQL("`", " FOR UPDATE", "LONGTEXT"),
  MARIADB("`", " FOR UPDATE", "LONGTEXT"),
  H2("\"", " FOR UPDATE", "VARCHAR"),
  /** It lets the second of two transactions fail that change one row. */
  DUCKDB("\"", "", "VARCHAR");

  private static final int SQLITE_BUSY_MILLIS = 60_000;

  private final String quote;
  private final String lock;
  private final String text;

  Vendor(String quote, String lock, String text) {
    this.quote = quote;
    this.lock = lock;
    this.text = text;
  }

  /**
   * Which one a connection leads to.
   *
   * @throws UsageException if it is none that has been tried
   */
  static Vendor of(DatabaseMetaData metaData) throws SQLException {
    String product = metaData.getDatabaseProductName();
    String name = product.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(vendor -> name.contains(vendor.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "columns of %s are not gone through".formatted(product),
                    "it is done in SQLite, PostgreSQL, MySQL, MariaDB, H2 and DuckDB"));
  }

  /** A name as it is written in SQL. */
  String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  /** What ends a SELECT whose rows nobody else may change before the transaction ends. */
  String lock() {
    return lock;
  }

  /** The type of text of any length. */
  String text() {
    return text;
  }

  /** What ends a CREATE TABLE: MySQL has tables without transactions, and may make them unasked. */
  String tableOptions() {
    return catalogsAreSchemas() ? " ENGINE = InnoDB" : "";
  }

  /** Makes a new connection wait for others where it would fail at once. */
  void prepare(Connection connection) throws SQLException {
    if (this == SQLITE) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = " + SQLITE_BUSY_MILLIS);
      }
    }
  }

  /**
   * Whether a transaction failed only because of another one, so that it may succeed if it is tried
   * again.
   */
  boolean isTransient(SQLException e) {
    String state = e.getSQLState();
    boolean isRolledBack = state != null && state.startsWith("40");
    return isRolledBack
        || e instanceof SQLTransientException
        || switch (this) {
          case SQLITE -> e.getErrorCode() == 5 || e.getErrorCode() == 6; // SQLITE_BUSY, _LOCKED
          case DUCKDB -> String.valueOf(e.getMessage()).contains("Conflict");
          case MYSQL, MARIADB -> e.getErrorCode() == 1205; // ER_LOCK_WAIT_TIMEOUT
          case H2 -> e.getErrorCode() == 50200; // LOCK_TIMEOUT_1
          case POSTGRESQL -> "55P03".equals(state); // lock_not_available
        };
  }

  /** Whether JDBC calls a schema a catalog. */
  boolean catalogsAreSchemas() {
    return this == MYSQL || this == MARIADB;
  }
}
