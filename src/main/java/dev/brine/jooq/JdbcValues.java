package dev.brine.jooq;

import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** The classes JDBC drivers hand out by themselves, made the ones of {@link DriverValues}. */
final class JdbcValues {

  private JdbcValues() {}

  static @Nullable Object normalized(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof BigInteger number && number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    if (value instanceof Float number) {
      return Double.valueOf(number.toString());
    }
    if (value instanceof Timestamp moment) {
      return moment.toLocalDateTime();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value instanceof Time time ? time.toLocalTime() : value;
  }
}
