package dev.brine.jooq;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a database's JDBC driver is given and gives, in the vocabulary of Python's drivers: {@code
 * Long}, {@code BigInteger}, {@code BigDecimal}, {@code Double}, {@code String}, {@code Boolean},
 * {@code byte[]}, {@code LocalDate}, {@code LocalDateTime}, {@code OffsetDateTime}, {@code
 * LocalTime}, {@code OffsetTime}, {@code Duration}, {@code UUID}, {@code List}, {@code Map}.
 * Thread-safe.
 */
sealed interface DriverValues
    permits SqliteDriverValues, PostgresqlDriverValues, StandardDriverValues {

  static DriverValues of(StorageFamily family) {
    return switch (family) {
      case SQLITE -> new SqliteDriverValues();
      case POSTGRESQL -> new PostgresqlDriverValues();
      case MYSQL, DUCKDB, STANDARD -> new StandardDriverValues(family);
    };
  }

  /** Sets a parameter; null is SQL's NULL of no particular type. */
  void write(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

  /** Reads a value by what it is in the database, not by what is expected. */
  @Nullable Object read(ResultSet result, int index) throws SQLException;

  /** Whether a time of day may be in a zone whose offset depends on the date, which is dropped. */
  default boolean takesTimesOfZones() {
    return true;
  }
}
