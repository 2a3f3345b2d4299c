package dev.brine.bulk;

import dev.brine.error.UsageException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** In what the databases differ here. */
enum Vendor {
  SQLITE("\"", ""),
  POSTGRESQL("\"", " FOR UPDATE"),
  MYSQL("`", " FOR UPDATE"),
  MARIADB("`", " FOR UPDATE"),
  H2("\"", " FOR UPDATE"),
  /** It lets the second of two transactions fail that change one row. */
  DUCKDB("\"", "");

  private final String quote;
  private final String lock;

  Vendor(String quote, String lock) {
    this.quote = quote;
    this.lock = lock;
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

  /** Whether JDBC calls a schema a catalog. */
  boolean catalogsAreSchemas() {
    return this == MYSQL || this == MARIADB;
  }
}
