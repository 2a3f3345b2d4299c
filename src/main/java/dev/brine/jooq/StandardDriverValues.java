package dev.brine.jooq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values by the JDBC standard: MySQL, MariaDB, H2 and those without a class of their own.
 *
 * @param hasBooleans whether the database tells a boolean from a small number
 */
record StandardDriverValues(boolean hasBooleans) implements DriverValues {

  @Override
  public void write(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof BigInteger number) {
      statement.setBigDecimal(index, new BigDecimal(number));
    } else if (value instanceof OffsetDateTime moment && !hasBooleans) {
      // MySQL's moments have no zone, and its Python drivers drop it.
      statement.setObject(index, moment.toLocalDateTime());
    } else {
      statement.setObject(index, value);
    }
  }

  @Override
  public @Nullable Object read(ResultSet result, int index) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    int type = type(columns.getColumnTypeName(index), columns.getColumnType(index));
    Object value = readByType(result, index, type);
    if (result.wasNull()) {
      return null;
    }
    return value instanceof Boolean flag && !hasBooleans ? (Object) (flag ? 1L : 0L) : value;
  }

  /** H2 says of a UUID that it is binary; of JSON the drivers give objects of their own. */
  private static int type(String name, int given) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "uuid" -> Types.OTHER;
      case "json" -> Types.VARCHAR;
      default -> given;
    };
  }

  private @Nullable Object readByType(ResultSet result, int index, int type) throws SQLException {
    return switch (type) {
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> toDouble(result.getString(index));
      case Types.DECIMAL, Types.NUMERIC -> result.getBigDecimal(index);
      case Types.DATE -> readDate(result, index);
      case Types.TIME -> readTime(result, index);
      case Types.TIME_WITH_TIMEZONE -> result.getObject(index, OffsetTime.class);
      case Types.TIMESTAMP -> result.getObject(index, LocalDateTime.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> result.getObject(index, OffsetDateTime.class);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> result.getBytes(index);
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> result.getString(index);
      case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> result.getString(index);
      case Types.ARRAY -> readArray(result.getArray(index));
      default -> JdbcValues.normalized(result.getObject(index));
    };
  }

  /** By its text: a float read as a double would show digits it has not. */
  private static @Nullable Double toDouble(@Nullable String text) {
    return text == null ? null : Double.valueOf(text);
  }

  /** MySQL's drivers make a date of a year. */
  private static @Nullable Object readDate(ResultSet result, int index) throws SQLException {
    return "year".equalsIgnoreCase(result.getMetaData().getColumnTypeName(index))
        ? (Object) result.getLong(index)
        : result.getObject(index, LocalDate.class);
  }

  private static @Nullable Object readArray(@Nullable Array array) throws SQLException {
    return array == null ? null : toList(array.getArray());
  }

  private static @Nullable Object toList(@Nullable Object value) {
    if (value instanceof Object[] items) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object item : items) {
        list.add(toList(item));
      }
      return list;
    }
    return JdbcValues.normalized(value);
  }

  /** A time of day, but in MySQL a span of time, which may be negative or longer than a day. */
  private @Nullable Object readTime(ResultSet result, int index) throws SQLException {
    return hasBooleans
        ? result.getObject(index, LocalTime.class)
        : result.getObject(index, Duration.class);
  }
}
