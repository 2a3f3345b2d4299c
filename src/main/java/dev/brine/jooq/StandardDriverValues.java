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
 * Values by the JDBC standard: MySQL, MariaDB, DuckDB, H2 and those without a class of their own.
 *
 * @param family what the database can keep as it is
 */
record StandardDriverValues(StorageFamily family) implements DriverValues {

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
    } else if (value instanceof Long number && isIntegerOfDuckdb(number)) {
      statement.setInt(index, number.intValue());
    } else if (value instanceof Duration span && family.hasIntervals()) {
      statement.setString(index, DatabaseIntervals.format(span));
    } else if (value instanceof OffsetDateTime moment && !family.hasBooleans()) {
      // MySQL's moments have no zone, and its Python drivers drop it.
      statement.setObject(index, moment.toLocalDateTime());
    } else if (value instanceof OffsetTime time && !family.hasBooleans()) {
      statement.setObject(index, time.toLocalTime());
    } else if (value instanceof OffsetTime time && family == StorageFamily.DUCKDB) {
      statement.setString(index, PythonTimes.isoFormat(time));
    } else {
      statement.setObject(index, value);
    }
  }

  /** DuckDB's Python driver needs the offset. */
  @Override
  public boolean takesTimesOfZones() {
    return family != StorageFamily.DUCKDB;
  }

  /** As Python's driver sends it; round() takes no larger one. */
  private boolean isIntegerOfDuckdb(long number) {
    return family == StorageFamily.DUCKDB && number == (int) number;
  }

  @Override
  public @Nullable Object read(ResultSet result, int index) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    String name = columns.getColumnTypeName(index);
    Object value =
        name.equals("INTERVAL") && family.hasIntervals()
            ? toSpan(result.getString(index))
            : readByType(result, index, type(name, columns.getColumnType(index)));
    if (result.wasNull()) {
      return null;
    }
    return value instanceof Boolean flag && !family.hasBooleans()
        ? (Object) (flag ? 1L : 0L)
        : value;
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
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> readFloat(result, index);
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

  private static @Nullable Duration toSpan(@Nullable String text) {
    return text == null ? null : DatabaseIntervals.ofDuckdb(text);
  }

  /** By its text: a float read as a double would show digits it has not, as in DuckDB it does. */
  private @Nullable Object readFloat(ResultSet result, int index) throws SQLException {
    if (family == StorageFamily.DUCKDB) {
      return result.getDouble(index);
    }
    String text = result.getString(index);
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
    return family.hasBooleans()
        ? result.getObject(index, LocalTime.class)
        : result.getObject(index, Duration.class);
  }
}
