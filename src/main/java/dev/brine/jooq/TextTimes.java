package dev.brine.jooq;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.sql.SqliteTimeFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Dates and times as text: SQLAlchemy's storage in SQLite (rel_2_0_52, {@code
 * dialects/sqlite/base.py}), which drops time zones, and reading as Python's {@code
 * fromisoformat()}.
 */
final class TextTimes {

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
          .appendOffset("+HH:mm:ss", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final int DATE_LENGTH = "2024-02-29".length();

  private TextTimes() {}

  /** The way of a type for dates, times or both. */
  static StorageType of(SqlType type) {
    SqliteTimeFormat format = SqliteTimeFormat.of(type);
    TypeName kind = type.affinity();
    return StorageType.of(
        value -> {
          Object moment = moment(value, kind);
          return moment instanceof TemporalAccessor time ? format.format(time) : value;
        },
        reader(type));
  }

  private static UnaryOperator<Object> reader(SqlType type) {
    if (type.attribute("regexp") instanceof String expression) {
      SqliteTimePattern pattern = new SqliteTimePattern(expression, type.affinity());
      return text(pattern::read);
    }
    return switch (type.affinity()) {
      case DATE_ -> text(text -> LocalDate.parse(text));
      case TIME_ -> text(TextTimes::readTime);
      default -> text(TextTimes::readDateTime);
    };
  }

  private static UnaryOperator<Object> text(Function<String, Object> reader) {
    return value -> value instanceof String text ? reader.apply(text) : value;
  }

  /** The part of a value that is kept: no zone, and a date as its midnight. */
  private static Object moment(Object value, TypeName kind) {
    if (value instanceof OffsetDateTime moment) {
      return moment.toLocalDateTime();
    }
    if (value instanceof OffsetTime time) {
      return time.toLocalTime();
    }
    return value instanceof LocalDate date && kind == TypeName.DATE_TIME
        ? date.atStartOfDay()
        : value;
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
}
