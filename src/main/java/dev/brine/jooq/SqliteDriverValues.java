package dev.brine.jooq;

import dev.brine.error.DatabaseException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Values as Python's {@code sqlite3} module gives and takes them: SQLite's four storage classes.
 */
record SqliteDriverValues() implements DriverValues {

  private static final int LONG_BITS = 63;

  @Override
  public void write(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof Boolean flag) {
      statement.setLong(index, flag ? 1 : 0);
    } else if (value instanceof BigInteger number) {
      statement.setLong(index, exact(number));
    } else if (value instanceof BigDecimal || value instanceof Float || value instanceof Double) {
      statement.setDouble(index, ((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      statement.setLong(index, number.longValue());
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof String
        || value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime) {
      statement.setString(index, text(value));
    } else {
      throw new DatabaseException(
          "SQLite cannot keep an object of " + value.getClass().getName(),
          "give the bind parameter its SQLAlchemy type");
    }
  }

  private static long exact(BigInteger number) {
    if (number.bitLength() > LONG_BITS) {
      throw new DatabaseException(
          "SQLite has no integer as large as " + number, "it keeps 64 bits; use a string");
    }
    return number.longValue();
  }

  /** Moments of no declared type are kept as {@code isoformat(" ")}, the module's own adapter. */
  private static String text(Object value) {
    return value instanceof String string ? string : PythonTimes.isoFormat(value, ' ');
  }

  @Override
  public @Nullable Object read(ResultSet result, int index) throws SQLException {
    Object value = result.getObject(index);
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value;
  }
}
