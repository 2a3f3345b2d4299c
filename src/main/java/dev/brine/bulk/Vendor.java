package dev.brine.bulk;

import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

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

  /** Connection, transaction state, resources, intervention by an operator, system error. */
  private static final Set<String> OUT_OF_ORDER = Set.of("08", "25", "53", "57", "58");

  /** SQLITE_BUSY and _LOCKED. */
  private static final Set<Integer> SQLITE_TRANSIENT = Set.of(5, 6);

  /** Extended result codes have the primary one in the last byte. */
  private static final int SQLITE_PRIMARY = 0xFF;

  /** SQLITE_READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB: sqlite.org/rescode.html. */
  private static final Set<Integer> SQLITE_OUT_OF_ORDER = Set.of(8, 10, 11, 13, 14, 26);

  /** ER_DISK_FULL, ER_RECORD_FILE_FULL, ER_OPTION_PREVENTS_STATEMENT. */
  private static final Set<Integer> MYSQL_OUT_OF_ORDER = Set.of(1021, 1114, 1290);

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
    return isOrHides(
        e,
        each -> {
          String state = String.valueOf(each.getSQLState());
          return state.startsWith("40")
              || each instanceof SQLTransientException
              || switch (this) {
                case SQLITE -> SQLITE_TRANSIENT.contains(each.getErrorCode() & SQLITE_PRIMARY);
                case DUCKDB -> String.valueOf(each.getMessage()).contains("Conflict");
                case MYSQL, MARIADB -> each.getErrorCode() == 1205; // ER_LOCK_WAIT_TIMEOUT
                case H2 -> each.getErrorCode() == 50200; // LOCK_TIMEOUT_1
                case POSTGRESQL -> state.equals("55P03"); // lock_not_available
              };
        });
  }

  /**
   * Whether no statement would fare better: the connection is gone, the disk is full, nothing may
   * be written. By the classes of SQL states, and by the codes of databases that have none.
   */
  boolean isOutOfOrder(SQLException e) {
    return isOrHides(
        e,
        each -> {
          String state = String.valueOf(each.getSQLState());
          return OUT_OF_ORDER.contains(state.substring(0, Math.min(2, state.length())))
              || each instanceof SQLNonTransientConnectionException
              || switch (this) {
                case SQLITE -> SQLITE_OUT_OF_ORDER.contains(each.getErrorCode() & SQLITE_PRIMARY);
                case MYSQL, MARIADB -> MYSQL_OUT_OF_ORDER.contains(each.getErrorCode());
                case H2, DUCKDB, POSTGRESQL -> false;
              };
        });
  }

  /** What failed in a batch is the cause of what JDBC tells, or comes next. */
  private static boolean isOrHides(SQLException e, Predicate<SQLException> test) {
    for (Throwable each : e) {
      if (each instanceof SQLException sql && test.test(sql)) {
        return true;
      }
    }
    return false;
  }

  /** Whether JDBC calls a schema a catalog. */
  boolean catalogsAreSchemas() {
    return this == MYSQL || this == MARIADB;
  }
}
