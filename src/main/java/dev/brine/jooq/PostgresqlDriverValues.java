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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as psycopg2 gives and takes them. Text and spans of time are sent without a type, so that
 * the server takes them for what the cast behind them, or the place they stand in, says.
 */
record PostgresqlDriverValues() implements DriverValues {

  @Override
  public void write(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof String) {
      statement.setObject(index, value, Types.OTHER);
    } else if (value instanceof Duration span) {
      statement.setObject(index, PostgresqlIntervals.format(span), Types.OTHER);
    } else if (value instanceof BigInteger number) {
      statement.setBigDecimal(index, new BigDecimal(number));
    } else if (value instanceof List<?> items) {
      statement.setObject(index, PostgresqlArrays.format(items), Types.OTHER);
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
      case "bool" -> result.getBoolean(index);
      case "int2", "int4", "int8", "oid", "serial", "bigserial", "smallserial" ->
          Long.valueOf(text);
      // By their text: a float4 read as a double would show digits it has not.
      case "float4", "float8" -> PostgresqlNumbers.toDouble(text);
      case "numeric" -> PostgresqlNumbers.toDecimal(text);
      case "date" -> result.getObject(index, LocalDate.class);
      case "time" -> result.getObject(index, LocalTime.class);
      case "timetz" -> result.getObject(index, OffsetTime.class);
      case "timestamp" -> result.getObject(index, LocalDateTime.class);
      case "timestamptz" -> result.getObject(index, OffsetDateTime.class);
      case "interval" -> PostgresqlIntervals.parse(text);
      case "uuid" -> UUID.fromString(text);
      case "bytea" -> result.getBytes(index);
      case "json", "jsonb" -> PythonJson.loads(text);
      default -> type.startsWith("_") ? PostgresqlArrays.read(result.getArray(index)) : text;
    };
  }
}
