package dev.brine.jooq;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and times in the spelling of Python's {@code isoformat()}. Stateless. */
public final class PythonTimes {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

  private PythonTimes() {}

  /** {@code isoformat()}: microseconds only where there are any, an offset as {@code +02:00}. */
  public static String isoFormat(Object value) {
    return isoFormat(value, 'T');
  }

  /**
   * {@code isoformat(sep)}.
   *
   * @param separator what stands between date and time
   * @throws IllegalArgumentException if the value is no date or time
   */
  public static String isoFormat(Object value, char separator) {
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    if (value instanceof LocalTime time) {
      return time(time);
    }
    if (value instanceof OffsetTime time) {
      return time(time.toLocalTime()) + offset(time.getOffset());
    }
    if (value instanceof LocalDateTime moment) {
      return moment.toLocalDate().toString() + separator + time(moment.toLocalTime());
    }
    if (value instanceof OffsetDateTime moment) {
      return isoFormat(moment.toLocalDateTime(), separator) + offset(moment.getOffset());
    }
    if (value instanceof ZonedDateTime moment) {
      return isoFormat(moment.toOffsetDateTime(), separator);
    }
    throw new IllegalArgumentException(value.getClass().getName() + " is no date or time");
  }

  private static String time(LocalTime time) {
    return time.get(ChronoField.MICRO_OF_SECOND) == 0
        ? SECONDS.format(time)
        : MICROSECONDS.format(time);
  }

  /** Java writes UTC as Z. */
  private static String offset(ZoneOffset offset) {
    return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
  }
}
