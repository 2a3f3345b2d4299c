package dev.brine.pickle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Describes a Java value as {@code python-fixtures/pickle/samples.py} describes Python's. */
final class Descriptions {

  private Descriptions() {}

  static String describe(@Nullable Object value) {
    if (value == null) {
      return "none";
    }
    if (value instanceof Boolean flag) {
      return flag ? "bool True" : "bool False";
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return "int " + value;
    }
    if (value instanceof Double number) {
      return "float " + bits(number);
    }
    if (value instanceof String text) {
      return "str " + codePoints(text.codePoints());
    }
    if (value instanceof PySurrogateText text) {
      return "str " + codePoints(text.codePoints());
    }
    if (value instanceof PyGlobal global) {
      return "global " + global.path();
    }
    return value instanceof PyObject object ? object(object) : structured(value);
  }

  private static String object(PyObject object) {
    PyGlobal nested = PyGlobal.named(object);
    return nested == null ? "object " + object.className() : "global " + nested.path();
  }

  private static String structured(Object value) {
    if (value instanceof PyBytes bytes) {
      return "bytes " + hex(bytes.bytes());
    }
    if (value instanceof PyByteArray bytes) {
      return "bytearray " + hex(bytes.bytes());
    }
    if (value instanceof PyByteString text) {
      return "8-bit " + hex(text.bytes());
    }
    if (value instanceof List<?> list) {
      return "list " + elements(list);
    }
    if (value instanceof PythonTuple tuple) {
      return "tuple " + elements(tuple.elements());
    }
    if (value instanceof Set<?> set) {
      return "set " + elements(set);
    }
    if (value instanceof PythonFrozenSet set) {
      return "frozenset " + elements(set.elements());
    }
    if (value instanceof Map<?, ?> map) {
      return "dict " + entries(map);
    }
    return value instanceof PythonOrderedDict dict
        ? "ordered dict " + entries(dict.entries())
        : standard(value);
  }

  private static String standard(Object value) {
    if (value instanceof BigDecimal number) {
      return "decimal " + number;
    }
    if (value instanceof PythonDecimal number) {
      return "decimal " + number.text();
    }
    if (value instanceof PythonComplex number) {
      return "complex " + bits(number.real()) + " " + bits(number.imaginary());
    }
    if (value instanceof PythonRange range) {
      return "range %s %s %s".formatted(range.start(), range.stop(), range.step());
    }
    if (value instanceof PythonSlice slice) {
      return "slice %s %s %s"
          .formatted(bound(slice.start()), bound(slice.stop()), bound(slice.step()));
    }
    if (value instanceof UUID uuid) {
      return "uuid " + uuid;
    }
    return value instanceof PythonEnumMember member
        ? "enum %s %s".formatted(member.type().path(), describe(member.value()))
        : moment(value);
  }

  private static String moment(Object value) {
    if (value instanceof LocalDate date) {
      return "date " + DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }
    if (value instanceof LocalTime time) {
      return "time " + iso(time) + " fold 0 tz none";
    }
    if (value instanceof PythonTime time) {
      return "time " + iso(time.local()) + zone(time.fold(), time.tzinfo());
    }
    if (value instanceof LocalDateTime local) {
      return "datetime " + iso(local) + " fold 0 tz none";
    }
    if (value instanceof OffsetDateTime moment) {
      int seconds = moment.getOffset().getTotalSeconds();
      return "datetime " + iso(moment.toLocalDateTime()) + " fold 0 tz offset " + seconds;
    }
    if (value instanceof ZonedDateTime moment) {
      return "datetime " + iso(moment.toLocalDateTime()) + " fold 0 tz zone " + moment.getZone();
    }
    if (value instanceof PythonDateTime moment) {
      return "datetime " + iso(moment.local()) + zone(moment.fold(), moment.tzinfo());
    }
    Duration duration = (Duration) value;
    BigInteger micros =
        BigInteger.valueOf(duration.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000))
            .add(BigInteger.valueOf(duration.getNano() / 1_000));
    return "timedelta " + micros;
  }

  private static String zone(boolean fold, @Nullable Object tzinfo) {
    return " fold %d tz %s".formatted(fold ? 1 : 0, tzinfo == null ? "none" : "other");
  }

  /** As Python's isoformat: six digits of a fraction, or none. */
  private static String iso(TemporalAccessor time) {
    String pattern = time.isSupported(ChronoField.YEAR) ? "uuuu-MM-dd'T'HH:mm:ss" : "HH:mm:ss";
    boolean whole = time.get(ChronoField.MICRO_OF_SECOND) == 0;
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern + (whole ? "" : ".SSSSSS"))
        .toFormatter()
        .format(time);
  }

  private static String bound(@Nullable Object bound) {
    return bound == null ? "None" : bound.toString();
  }

  private static String bits(double number) {
    return Double.isNaN(number)
        ? "nan"
        : HexFormat.of().toHexDigits(Double.doubleToRawLongBits(number));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String codePoints(IntStream points) {
    return points.mapToObj(Integer::toHexString).collect(Collectors.joining("."));
  }

  private static String elements(Collection<?> elements) {
    return elements.stream()
        .map(Descriptions::describe)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String entries(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(entry -> describe(entry.getKey()) + ": " + describe(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
