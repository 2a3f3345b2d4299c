package dev.brine.jooq;

import dev.brine.error.DatabaseException;
import dev.brine.pickle.PythonDateTime;
import dev.brine.pickle.PythonDecimal;
import dev.brine.pickle.PythonTime;
import dev.brine.pickle.PythonValues;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Bound values that a dump brought along in types of Python's own, as the Java values that a
 * database is given. What a database has no use for is dropped here: a fold, the name of a zone.
 */
final class PythonArguments {

  private PythonArguments() {}

  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof PythonDecimal decimal) {
      return notFinite(decimal.text());
    }
    if (value instanceof ZonedDateTime moment) {
      return moment.toOffsetDateTime();
    }
    if (value instanceof PythonTime time) {
      ZoneOffset offset = time.offset();
      // What isoformat() writes: a zone that has no offset of its own for a time is left out.
      return offset == null ? time.local() : time.local().atOffset(offset);
    }
    if (value instanceof PythonDateTime moment) {
      ZoneOffset offset = moment.offset();
      if (offset == null && moment.tzinfo() != null) {
        throw new DatabaseException(
            "the offset of %s in its time zone is not known".formatted(moment.local()),
            "zones of datetime, zoneinfo, pytz and dateutil are; give the statement another value");
      }
      return offset == null ? moment.local() : moment.local().atOffset(offset);
    }
    return PythonValues.plain(value);
  }

  /** A Decimal that Java's lacks: NaN, an infinity, a negative zero. */
  private static Object notFinite(String text) {
    return switch (text) {
      case "NaN", "sNaN", "-NaN", "-sNaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.valueOf(text);
    };
  }
}
