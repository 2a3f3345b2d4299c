package dev.brine.json;

import dev.brine.pickle.PythonDateTime;
import dev.brine.pickle.PythonTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as ISO 8601 writes them. A datetime in a zone has its offset in the text and the
 * zone beside it; whatever else Python's may have, a fold or a {@code tzinfo} of another class, is
 * beside it too.
 */
final class Moments {

  static final String DATE = "date";
  static final String TIME = "time";
  static final String DATETIME = "datetime";
  static final String TIMEDELTA = "timedelta";
  static final String ZONE = "zone";
  static final String FOLD = "fold";
  static final String TZINFO = "tzinfo";

  private static final long SECONDS_PER_DAY = 86_400;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int MICROS_PER_SECOND = 1_000_000;
  private static final long MAX_DAYS = 999_999_999;

  private Moments() {}

  static @Nullable Object write(Object value, ValueWriting out) {
    if (value instanceof LocalDate date) {
      return ValueWriting.tagged(DATE, date.toString());
    }
    if (value instanceof LocalTime time) {
      return ValueWriting.tagged(TIME, text(time));
    }
    if (value instanceof LocalDateTime moment) {
      return ValueWriting.tagged(DATETIME, text(moment));
    }
    if (value instanceof OffsetDateTime moment) {
      return ValueWriting.tagged(DATETIME, text(moment.toLocalDateTime()) + moment.getOffset());
    }
    if (value instanceof ZonedDateTime moment) {
      return zoned(moment);
    }
    if (value instanceof Duration duration) {
      return ValueWriting.tagged(TIMEDELTA, parts(duration));
    }
    if (value instanceof PythonDateTime moment) {
      return beside(DATETIME, text(moment.local()), moment.fold(), out.tzinfo(moment));
    }
    return value instanceof PythonTime time
        ? beside(TIME, text(time.local()), time.fold(), out.tzinfo(time))
        : null;
  }

  /** Java leaves out seconds that are 0. */
  private static String text(LocalTime time) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
  }

  private static String text(LocalDateTime moment) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
  }

  private static Object zoned(ZonedDateTime moment) {
    String text = text(moment.toLocalDateTime()) + moment.getOffset();
    Map<String, @Nullable Object> json = ValueWriting.tagged(DATETIME, text);
    json.put(ZONE, moment.getZone().getId());
    return json;
  }

  private static Object beside(String tag, String text, boolean fold, @Nullable Object tzinfo) {
    Map<String, @Nullable Object> json = ValueWriting.tagged(tag, text);
    json.put(FOLD, fold);
    if (tzinfo != null) {
      json.put(TZINFO, tzinfo);
    }
    return json;
  }

  /** Days, seconds and microseconds, of which only the days are ever negative. */
  private static List<Object> parts(Duration duration) {
    return List.of(
        Math.floorDiv(duration.getSeconds(), SECONDS_PER_DAY),
        Math.floorMod(duration.getSeconds(), SECONDS_PER_DAY),
        (long) duration.getNano() / NANOS_PER_MICRO);
  }

  static Object readDate(Place json) {
    return parsed(json, "a date", LocalDate::parse);
  }

  static Object readTime(Place whole, Reading in) {
    Place json = whole.get(TIME);
    LocalTime time = parsed(json, "a time", LocalTime::parse);
    whole.allow(List.of(TIME, FOLD, TZINFO));
    Place fold = whole.find(FOLD);
    return fold == null ? time : new PythonTime(time, fold.flag(), tzinfo(whole, in));
  }

  static Object readDateTime(Place whole, Reading in) {
    Place json = whole.get(DATETIME);
    Place zone = whole.find(ZONE);
    if (zone != null) {
      whole.allow(List.of(DATETIME, ZONE));
      OffsetDateTime moment = parsed(json, "a datetime with an offset", OffsetDateTime::parse);
      ZoneId id = parsed(zone, "a zone", ZoneId::of);
      return ZonedDateTime.ofLocal(moment.toLocalDateTime(), id, moment.getOffset());
    }
    Place fold = whole.find(FOLD);
    if (fold == null) {
      whole.allow(List.of(DATETIME));
      return parsed(json, "a datetime", Moments::localOrOffset);
    }
    whole.allow(List.of(DATETIME, FOLD, TZINFO));
    LocalDateTime local = parsed(json, "a datetime", LocalDateTime::parse);
    return new PythonDateTime(local, fold.flag(), tzinfo(whole, in));
  }

  private static Object localOrOffset(String text) {
    int timeFrom = text.indexOf('T');
    boolean hasOffset =
        text.endsWith("Z") || text.indexOf('+') > 0 || text.indexOf('-', timeFrom) > 0;
    return hasOffset ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
  }

  private static @Nullable Object tzinfo(Place whole, Reading in) {
    Place tzinfo = whole.find(TZINFO);
    return tzinfo == null ? null : in.value(tzinfo);
  }

  static Object readDelta(Place json) {
    List<Place> parts = json.items(3);
    long days = parts.get(0).whole();
    long seconds = parts.get(1).whole();
    long micros = parts.get(2).whole();
    boolean isNormal =
        Math.abs(days) <= MAX_DAYS
            && seconds >= 0
            && seconds < SECONDS_PER_DAY
            && micros >= 0
            && micros < MICROS_PER_SECOND;
    if (!isNormal) {
      throw json.expected("the days, seconds and microseconds of a timedelta");
    }
    return Duration.ofSeconds(days * SECONDS_PER_DAY + seconds, micros * NANOS_PER_MICRO);
  }

  private static <T> T parsed(Place json, String what, ParserOfText<T> parser) {
    try {
      return parser.parse(json.text());
    } catch (DateTimeException e) {
      throw json.expected(what);
    }
  }

  /** What makes a value of a text. */
  private interface ParserOfText<T> {
    T parse(String text);
  }
}
