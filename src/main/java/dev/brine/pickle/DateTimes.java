package dev.brine.pickle;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads what CPython's {@code datetime} module puts into a pickle: the fields as bytes, big-endian,
 * with {@code fold} in the high bit of the month or hour ({@code Lib/_pydatetime.py}, {@code
 * _getstate}).
 */
final class DateTimes {

  static final PyGlobal DATE = new PyGlobal("datetime", "date");
  static final PyGlobal TIME = new PyGlobal("datetime", "time");

  /** CPython has the two names as two strings, hence writes both: Java must not share them. */
  static final PyGlobal DATETIME =
      new PyGlobal("datetime", String.copyValueOf("datetime".toCharArray()));

  static final PyGlobal TIMEDELTA = new PyGlobal("datetime", "timedelta");
  static final PyGlobal TIMEZONE = new PyGlobal("datetime", "timezone");

  /** {@code zoneinfo.ZoneInfo._unpickle(key, from_cache)}. */
  static final PyGlobal ZONEINFO_UNPICKLE = new PyGlobal("zoneinfo", "ZoneInfo._unpickle");

  static final int FOLD = 0x80;
  static final int DATE_SIZE = 4;
  static final int TIME_SIZE = 6;
  static final int SECONDS_PER_DAY = 86_400;
  static final int NANOS_PER_MICRO = 1_000;
  static final int MICROS_PER_SECOND = 1_000_000;
  static final long MAX_DAYS = 999_999_999;

  private DateTimes() {}

  static @Nullable Object date(PyTuple args) {
    byte[] packed = args.size() == 1 ? StandardClasses.content(args.get(0)) : null;
    if (packed == null || packed.length != DATE_SIZE) {
      return null;
    }
    try {
      return unpackDate(packed);
    } catch (DateTimeException invalid) {
      return null;
    }
  }

  static @Nullable Object time(PyTuple args) {
    byte[] packed = packed(args, TIME_SIZE);
    if (packed == null) {
      return null;
    }
    try {
      LocalTime local = unpackTime(packed, 0);
      boolean fold = (packed[0] & FOLD) != 0;
      Object zone = zone(args);
      return zone == null && !fold ? local : new PythonTime(local, fold, zone);
    } catch (DateTimeException invalid) {
      return null;
    }
  }

  static @Nullable Object dateTime(PyTuple args) {
    byte[] packed = packed(args, DATE_SIZE + TIME_SIZE);
    if (packed == null) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.of(unpackDate(packed), unpackTime(packed, DATE_SIZE));
      return dateTime(local, (packed[2] & FOLD) != 0, zone(args));
    } catch (DateTimeException invalid) {
      return null;
    }
  }

  private static byte @Nullable [] packed(PyTuple args, int size) {
    boolean fits = args.size() == 1 || args.size() == 2;
    byte[] packed = fits ? StandardClasses.content(args.get(0)) : null;
    return packed != null && packed.length == size ? packed : null;
  }

  /** The second argument; null where there is none or it is None. */
  private static @Nullable Object zone(PyTuple args) {
    return args.size() < 2 || args.get(1) == PyNone.NONE ? null : args.get(1);
  }

  private static LocalDate unpackDate(byte[] packed) {
    int year = ((packed[0] & 0xFF) << 8) | (packed[1] & 0xFF);
    if (year == 0) {
      throw new DateTimeException("Python's years begin at 1");
    }
    return LocalDate.of(year, packed[2] & ~FOLD & 0xFF, packed[3]);
  }

  private static LocalTime unpackTime(byte[] packed, int at) {
    // Only a time on its own has the fold in its hour; in a datetime the bit is an error.
    int hour = at == 0 ? packed[at] & ~FOLD & 0xFF : packed[at];
    int micros =
        ((packed[at + 3] & 0xFF) << 16) | ((packed[at + 4] & 0xFF) << 8) | (packed[at + 5] & 0xFF);
    return LocalTime.of(hour, packed[at + 1], packed[at + 2], micros * NANOS_PER_MICRO);
  }

  private static Object dateTime(LocalDateTime local, boolean fold, @Nullable Object zone) {
    if (zone == null && !fold) {
      return local;
    }
    if (zone != null && !fold) {
      ZoneOffset offset = offset(zone);
      if (offset != null) {
        return local.atOffset(offset);
      }
      ZonedDateTime zoned = zoned(local, zone);
      if (zoned != null) {
        return zoned;
      }
    }
    return new PythonDateTime(local, fold, zone);
  }

  /** The offset of an unnamed {@code datetime.timezone}, where Java's range holds it. */
  static @Nullable ZoneOffset offset(Object zone) {
    boolean fits =
        zone instanceof PyObject call
            && call.made() == PyObject.Made.REDUCE
            && TIMEZONE.equals(call.callable())
            && call.args().size() == 1
            && call.steps().isEmpty();
    Duration duration = fits ? span(((PyObject) zone).args().get(0)) : null;
    if (duration == null || duration.getNano() != 0) {
      return null;
    }
    boolean inRange = Math.abs(duration.getSeconds()) <= ZoneOffset.MAX.getTotalSeconds();
    return inRange ? ZoneOffset.ofTotalSeconds((int) duration.getSeconds()) : null;
  }

  /** The moment in a {@code zoneinfo} zone; null when Java would move it or not name it so. */
  private static @Nullable ZonedDateTime zoned(LocalDateTime local, Object zone) {
    String key = zoneKey(zone);
    if (key == null) {
      return null;
    }
    try {
      ZoneId id = ZoneId.of(key);
      ZonedDateTime zoned = ZonedDateTime.of(local, id);
      boolean same = id.getId().equals(key) && zoned.toLocalDateTime().equals(local);
      return same && !(id instanceof ZoneOffset) ? zoned : null;
    } catch (DateTimeException unknownToJava) {
      return null;
    }
  }

  static @Nullable String zoneKey(Object zone) {
    return zone instanceof PyObject call
            && call.made() == PyObject.Made.REDUCE
            && ZONEINFO_UNPICKLE.equals(PyGlobal.named(call.callable()))
            && call.args().size() == 2
            && call.args().get(0) instanceof String key
            && call.args().get(1).equals(1L)
            && call.steps().isEmpty()
        ? key
        : null;
  }

  /** The span that a {@code timedelta} is; null of anything else, which may be of any depth. */
  static @Nullable Duration span(Object node) {
    return node instanceof PyObject call
            && TIMEDELTA.equals(PyGlobal.named(call.callable()))
            && StandardClasses.decode(call) instanceof Duration duration
        ? duration
        : null;
  }

  /** {@code timedelta(days, seconds, microseconds)}, each of any size as long as the sum is not. */
  static @Nullable Object timedelta(PyTuple args) {
    if (args.size() != 3
        || !(args.get(0) instanceof Long days)
        || !(args.get(1) instanceof Long seconds)
        || !(args.get(2) instanceof Long micros)) {
      return null;
    }
    BigInteger total =
        BigInteger.valueOf(days)
            .multiply(BigInteger.valueOf(SECONDS_PER_DAY))
            .add(BigInteger.valueOf(seconds))
            .multiply(BigInteger.valueOf(MICROS_PER_SECOND))
            .add(BigInteger.valueOf(micros));
    BigInteger[] parts = total.divideAndRemainder(BigInteger.valueOf(MICROS_PER_SECOND));
    long wholeSeconds = parts[0].bitLength() < Long.SIZE ? parts[0].longValue() : Long.MAX_VALUE;
    boolean inRange = Math.abs(Math.floorDiv(wholeSeconds, SECONDS_PER_DAY)) <= MAX_DAYS;
    return inRange
        ? Duration.ofSeconds(wholeSeconds, parts[1].longValue() * NANOS_PER_MICRO)
        : null;
  }

  /**
   * A date, a time, or both as Python packs them, by the length that each has; of any other length
   * just bytes. For each number another one, as there are days enough.
   */
  static byte[] some(int length, int number) {
    byte[] packed =
        new byte[length == TIME_SIZE || length == DATE_SIZE ? length : DATE_SIZE + TIME_SIZE];
    if (length == TIME_SIZE) {
      packed[0] = (byte) (number % 24);
      packed[1] = (byte) (number / 24 % 60);
      packed[2] = (byte) (number / (24 * 60) % 60);
      return packed;
    }
    int year = 1 + number % 9999;
    packed[0] = (byte) (year >> Byte.SIZE);
    packed[1] = (byte) year;
    packed[2] = (byte) (1 + number / 9999 % 12);
    packed[3] = 1;
    return packed;
  }
}
