package dev.brine.jooq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as psycopg2 gives and takes them. Text and spans of time are sent without a type, so that
 * the server takes them for what the cast behind them, or the place they stand in, says.
 */
record PostgresqlDriverValues() implements DriverValues {

  /** Its Python driver, psycopg, takes none; a zone is part of its values. */
  @Override
  public boolean takesTimesOfZones() {
    return false;
  }

  @Override
  public void write(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof String) {
      statement.setObject(index, value, Types.OTHER);
    } else if (value instanceof Duration span) {
      statement.setObject(index, DatabaseIntervals.format(span), Types.OTHER);
    } else if (value instanceof BigInteger number) {
      statement.setBigDecimal(index, new BigDecimal(number));
    } else if (value instanceof List<?> items) {
      statement.setObject(index, PostgresqlArrays.format(items), Types.OTHER);
    } else if (value instanceof Map<?, ?> pairs) {
      statement.setObject(index, PostgresqlHstores.write(pairs), Types.OTHER);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else {
      statement.setObject(index, value);
    }
  }

  @Override
  public @Nullable Object read(ResultSet result, int index) throws SQLException {
    String text = result.getString(index);
    if (text == null) {
      return null;
    }
    String type = result.getMetaData().getColumnTypeName(index);
    return switch (type) {
      // The driver knows of infinity and of years before our era.
      case "date" -> result.getObject(index, LocalDate.class);
      case "time" -> result.getObject(index, LocalTime.class);
      case "timetz" -> result.getObject(index, OffsetTime.class);
      case "timestamp" -> result.getObject(index, LocalDateTime.class);
      case "timestamptz" -> result.getObject(index, OffsetDateTime.class);
      case "bytea" -> result.getBytes(index);
      default ->
          type.startsWith("_")
              ? PostgresqlArrays.read(text, type.substring(1))
              : PostgresqlTexts.read(text, type);
    };
  }
}
