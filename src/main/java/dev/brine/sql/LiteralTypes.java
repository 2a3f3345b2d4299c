package dev.brine.sql;

/** How dialects differ in writing values as text. */
enum LiteralTypes {
  DEFAULT,
  /** Times are text with all their microseconds and without a zone. */
  SQLITE,
  /** There are types for UUIDs and intervals. */
  POSTGRESQL,
  MYSQL,
  /** Dates are made by functions, and so are intervals. */
  ORACLE,
  /** Text that may be more than ASCII is marked, and there is a type for UUIDs. */
  MSSQL,
  /** Bytes are hexadecimal digits. */
  TRINO;

  boolean keepsTimesAsText() {
    return this == SQLITE;
  }

  boolean makesDatesByFunctions() {
    return this == ORACLE;
  }

  boolean hasUuids() {
    return this == POSTGRESQL || this == MSSQL;
  }

  boolean hasIntervals() {
    return this == POSTGRESQL || this == ORACLE;
  }

  /** Whether {@code Unicode} values are marked by an N. */
  boolean marksUnicode() {
    return this == MSSQL;
  }

  /** Whether every step of such a path is in brackets and quotes. */
  boolean quotesJsonSteps() {
    return this == TRINO;
  }

  boolean writesBytesInHexadecimal() {
    return this == TRINO;
  }

  /** Whether an item of a JSON value is named by a path such as {@code $."key"}. */
  boolean namesJsonItemsByPath() {
    return this == SQLITE || this == MYSQL || this == MSSQL || this == TRINO;
  }
}
