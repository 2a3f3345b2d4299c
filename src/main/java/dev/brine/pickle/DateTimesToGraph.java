package dev.brine.pickle;

import dev.brine.error.UnsupportedConstructException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Writes java.time values as CPython's {@code datetime} module does; see {@link DateTimes}. */
final class DateTimesToGraph {

  private static final int MAX_YEAR = 9999;

  private DateTimesToGraph() {}

  /** The node of a date, time or duration; null for any other value. */
  static @Nullable Object convert(Object value) {
    if (value instanceof LocalDate date) {
      return PyObject.reduce(DateTimes.DATE, PyBytes.wrap(pack(date)));
    }
    if (value instanceof LocalTime time) {
      return time(new PythonTime(time, false, null));
    }
    if (value instanceof PythonTime time) {
      return time(time);
    }
    if (value instanceof LocalDateTime local) {
      return dateTime(new PythonDateTime(local, false, null));
    }
    if (value instanceof OffsetDateTime moment) {
      Object zone = timezone(moment.getOffset());
      return dateTime(new PythonDateTime(moment.toLocalDateTime(), false, zone));
    }
    if (value instanceof ZonedDateTime moment) {
      return dateTime(zoned(moment));
    }
    if (value instanceof PythonDateTime moment) {
      return dateTime(moment);
    }
    return value instanceof Duration duration ? timedelta(duration) : null;
  }

  private static PythonDateTime zoned(ZonedDateTime moment) {
    if (moment.getZone() instanceof ZoneOffset offset) {
      return new PythonDateTime(moment.toLocalDateTime(), false, timezone(offset));
    }
    // A class method: CPython spells it with getattr in every protocol.
    PyObject unpickle = Recipes.nested(DateTimes.ZONEINFO_UNPICKLE);
    PyObject zone = PyObject.reduce(unpickle, moment.getZone().getId(), 1L);
    boolean fold = !moment.equals(moment.withEarlierOffsetAtOverlap());
    return new PythonDateTime(moment.toLocalDateTime(), fold, zone);
  }

  private static PyObject timezone(ZoneOffset offset) {
    return PyObject.reduce(
        DateTimes.TIMEZONE, timedelta(Duration.ofSeconds(offset.getTotalSeconds())));
  }

  private static PyObject time(PythonTime time) {
    byte[] packed = new byte[DateTimes.TIME_SIZE];
    pack(time.local(), packed, 0);
    if (time.fold()) {
      packed[0] |= (byte) DateTimes.FOLD;
    }
    return withZone(DateTimes.TIME, packed, time.tzinfo());
  }

  private static PyObject dateTime(PythonDateTime moment) {
    byte[] packed = new byte[DateTimes.DATE_SIZE + DateTimes.TIME_SIZE];
    System.arraycopy(pack(moment.local().toLocalDate()), 0, packed, 0, DateTimes.DATE_SIZE);
    pack(moment.local().toLocalTime(), packed, DateTimes.DATE_SIZE);
    if (moment.fold()) {
      packed[2] |= (byte) DateTimes.FOLD;
    }
    return withZone(DateTimes.DATETIME, packed, moment.tzinfo());
  }

  private static PyObject withZone(PyGlobal type, byte[] packed, @Nullable Object tzinfo) {
    PyBytes bytes = PyBytes.wrap(packed);
    return tzinfo == null ? PyObject.reduce(type, bytes) : PyObject.reduce(type, bytes, tzinfo);
  }

  private static byte[] pack(LocalDate date) {
    int year = date.getYear();
    if (year < 1 || year > MAX_YEAR) {
      throw new UnsupportedConstructException(
          "Python's dates end at the years 1 and %d; there is none for %s"
              .formatted(MAX_YEAR, date));
    }
    return new byte[] {
      (byte) (year >> 8), (byte) year, (byte) date.getMonthValue(), (byte) date.getDayOfMonth()
    };
  }

  private static void pack(LocalTime time, byte[] packed, int at) {
    int micros = micros(time.getNano(), time);
    packed[at] = (byte) time.getHour();
    packed[at + 1] = (byte) time.getMinute();
    packed[at + 2] = (byte) time.getSecond();
    packed[at + 3] = (byte) (micros >> 16);
    packed[at + 4] = (byte) (micros >> 8);
    packed[at + 5] = (byte) micros;
  }

  private static int micros(int nanos, Object value) {
    if (nanos % DateTimes.NANOS_PER_MICRO != 0) {
      throw new UnsupportedConstructException(
          "Python counts whole microseconds; there is no equal value for " + value,
          "Truncate it with truncatedTo(ChronoUnit.MICROS)");
    }
    return nanos / DateTimes.NANOS_PER_MICRO;
  }

  /** Normalised as Python does: only the days are ever negative. */
  private static PyObject timedelta(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), (long) DateTimes.SECONDS_PER_DAY);
    if (Math.abs(days) > DateTimes.MAX_DAYS) {
      throw new UnsupportedConstructException(
          "Python's timedelta ends at %d days; there is none for %s"
              .formatted(DateTimes.MAX_DAYS, duration));
    }
    long seconds = Math.floorMod(duration.getSeconds(), (long) DateTimes.SECONDS_PER_DAY);
    return PyObject.reduce(
        DateTimes.TIMEDELTA, days, seconds, (long) micros(duration.getNano(), duration));
  }
}
