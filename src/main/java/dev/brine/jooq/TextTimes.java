package dev.brine.jooq;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Dates and times as text: SQLAlchemy's storage in SQLite (rel_2_0_52, {@code
 * dialects/sqlite/base.py}), which drops time zones, and reading as Python's {@code
 * fromisoformat()}.
 */
final class TextTimes {

  static final StorageType DATE =
      new StorageType(TextTimes::writeDate, text(text -> LocalDate.parse(text)));
  static final StorageType DATE_TIME =
      new StorageType(TextTimes::writeDateTime, text(TextTimes::readDateTime));
  static final StorageType TIME = new StorageType(TextTimes::writeTime, text(TextTimes::readTime));

  private static final DateTimeFormatter STORED_TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final DateTimeFormatter STORED_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  /** Hours and minutes; seconds, a fraction and an offset may follow. */
  private static final DateTimeFormatter TIME_TEXT =
      new DateTimeFormatterBuilder()
          .appendPattern("HH[:mm[:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("]]")
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final int DATE_LENGTH = "2024-02-29".length();

  private TextTimes() {}

  private static UnaryOperator<Object> text(java.util.function.Function<String, Object> reader) {
    return value -> value instanceof String text ? reader.apply(text) : value;
  }

  private static Object writeDate(Object value) {
    if (value instanceof LocalDate date) {
      return STORED_DATE.format(date);
    }
    if (value instanceof LocalDateTime moment) {
      return STORED_DATE.format(moment);
    }
    return value;
  }

  private static Object writeDateTime(Object value) {
    if (value instanceof OffsetDateTime moment) {
      return writeDateTime(moment.toLocalDateTime());
    }
    if (value instanceof LocalDateTime moment) {
      return STORED_DATE.format(moment) + " " + STORED_TIME.format(moment);
    }
    return value instanceof LocalDate date ? writeDateTime(date.atStartOfDay()) : value;
  }

  private static Object writeTime(Object value) {
    if (value instanceof LocalTime || value instanceof OffsetTime) {
      return STORED_TIME.format((TemporalAccessor) value);
    }
    return value;
  }

  /** Any one character stands between date and time; without a time it is midnight. */
  static Object readDateTime(String text) {
    if (text.length() <= DATE_LENGTH) {
      return LocalDate.parse(text).atStartOfDay();
    }
    LocalDate date = LocalDate.parse(text.substring(0, DATE_LENGTH));
    Object time = readTime(text.substring(DATE_LENGTH + 1));
    return time instanceof OffsetTime offset
        ? OffsetDateTime.of(date, offset.toLocalTime(), offset.getOffset())
        : date.atTime((LocalTime) time);
  }

  static Object readTime(String text) {
    return TIME_TEXT.parseBest(text, OffsetTime::from, LocalTime::from);
  }

  /** The time of day that is so long after midnight. */
  static Object timeOfDay(Duration span) {
    return span.isNegative() || span.compareTo(Duration.ofDays(1)) >= 0
        ? span
        : LocalTime.MIDNIGHT.plus(span);
  }
}
