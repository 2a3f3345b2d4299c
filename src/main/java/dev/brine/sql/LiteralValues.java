package dev.brine.sql;

import dev.brine.pickle.PyByteArray;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PythonDateTime;
import dev.brine.pickle.PythonTime;
import dev.brine.pickle.PythonValues;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as the text inside a literal; null for a value of another type than is asked for. */
final class LiteralValues {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

  private LiteralValues() {}

  /** A value as it came out of a dump in its Java type; Python 2's strings of bytes are text. */
  static @Nullable Object plain(@Nullable Object value) {
    Object plain = value == null ? null : PythonValues.toJava(value);
    return plain instanceof PyByteString text ? text.text() : plain;
  }

  static boolean isFinite(Object value) {
    return !(value instanceof Double number) || Double.isFinite(number);
  }

  /** Whether Python's {@code Decimal(text)} would take it. */
  static boolean isNumber(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .matches("[+-]?(([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?|inf(inity)?|s?nan[0-9]*)");
  }

  static @Nullable String date(Object value) {
    LocalDate date =
        value instanceof LocalDate day
            ? day
            : value instanceof LocalDateTime || value instanceof OffsetDateTime
                ? LocalDate.from((TemporalAccessor) value)
                : null;
    return date == null ? null : "'" + date + "'";
  }

  /** Whether a moment has microseconds. */
  static boolean hasFraction(Object value) {
    return (value instanceof TemporalAccessor moment
            && moment.isSupported(ChronoField.MICRO_OF_SECOND)
            && moment.get(ChronoField.MICRO_OF_SECOND) != 0)
        || (value instanceof PythonDateTime dateTime && hasFraction(dateTime.local()));
  }

  /**
   * A moment.
   *
   * @param inFull whether microseconds are written even where there are none, and no zone
   */
  static @Nullable String dateTime(Object value, boolean inFull) {
    if (value instanceof LocalDate date) {
      return inFull ? "'" + date + " 00:00:00.000000'" : "'" + date + "'";
    }
    if (value instanceof LocalDateTime moment) {
      return "'" + moment.toLocalDate() + " " + time(moment.toLocalTime(), inFull) + "'";
    }
    if (value instanceof OffsetDateTime moment) {
      LocalDateTime local = moment.toLocalDateTime();
      String zone = inFull ? "" : offset(moment.getOffset());
      return "'" + local.toLocalDate() + " " + time(local.toLocalTime(), inFull) + zone + "'";
    }
    if (value instanceof PythonDateTime moment && (inFull || moment.tzinfo() == null)) {
      return dateTime(moment.local(), inFull);
    }
    return value instanceof ZonedDateTime moment
        ? dateTime(moment.toOffsetDateTime(), inFull)
        : null;
  }

  /** A time of day; see {@link #dateTime}. */
  static @Nullable String time(Object value, boolean inFull) {
    if (value instanceof LocalTime time) {
      return "'" + time(time, inFull) + "'";
    }
    if (value instanceof OffsetTime time) {
      String zone = inFull ? "" : offset(time.getOffset());
      return "'" + time(time.toLocalTime(), inFull) + zone + "'";
    }
    if (value instanceof PythonTime time && (inFull || time.tzinfo() == null)) {
      return time(time.local(), inFull);
    }
    return null;
  }

  private static String time(LocalTime time, boolean inFull) {
    return (inFull || time.get(ChronoField.MICRO_OF_SECOND) != 0 ? MICROSECONDS : SECONDS)
        .format(time);
  }

  private static String offset(ZoneOffset offset) {
    return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
  }

  private static byte @Nullable [] bytes(Object value) {
    if (value instanceof byte[] array) {
      return array;
    }
    if (value instanceof PyByteArray content) {
      return content.bytes();
    }
    return value instanceof PyBytes content ? content.bytes() : null;
  }

  static @Nullable String hexadecimal(Object value) {
    byte[] bytes = bytes(value);
    return bytes == null ? null : "X'" + HexFormat.of().formatHex(bytes) + "'";
  }

  /** Bytes that are text in UTF-8; SQLAlchemy has no literal for others. */
  static @Nullable String binary(Object value) {
    byte[] bytes = bytes(value);
    if (bytes == null) {
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return "'" + text.replace("'", "''") + "'";
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
