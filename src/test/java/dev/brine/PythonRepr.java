package dev.brine;

import dev.brine.expr.JsonNull;
import dev.brine.expr.Range;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonDecimal;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonTuple;
import dev.brine.sql.PythonFloat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Python's {@code repr} gives of a value, as far as the corpus holds such values. */
final class PythonRepr {

  private static final int NANOS_PER_MICRO = 1000;
  private static final int SECONDS_PER_DAY = 86_400;

  private PythonRepr() {}

  /**
   * A recorded {@code repr} as {@link #of} gives it: what is in an object of SQLAlchemy's, and the
   * name of a member that was dumped by value, only Python knows.
   */
  static String shortened(String repr) {
    return repr.replaceFirst("^(symbol)\\(.*", "$1(...)")
        .replaceFirst("^<(\\w+)\\.\\w+: ", "<$1: ");
  }

  static String of(@Nullable Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof String text) {
      return text.contains("'") && !text.contains("\"") ? '"' + text + '"' : "'" + text + "'";
    }
    if (value instanceof PyBytes bytes) {
      return "b'" + new String(bytes.bytes(), StandardCharsets.US_ASCII) + "'";
    }
    if (value instanceof Double real) {
      return PythonFloat.repr(real);
    }
    if (value instanceof BigDecimal || value instanceof PythonDecimal) {
      return "Decimal('" + value + "')";
    }
    if (value instanceof UUID) {
      return "UUID('" + value + "')";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof PythonTuple tuple) {
      return all(tuple.elements(), "(", tuple.elements().size() == 1 ? ",)" : ")");
    }
    if (value instanceof Collection<?> items) {
      return value instanceof Set ? all(items, "{", "}") : all(items, "[", "]");
    }
    if (value instanceof Range range) {
      return "Range(lower=%s, upper=%s, bounds=%s, empty=%s)"
          .formatted(of(range.lower()), of(range.upper()), of(range.bounds()), of(range.isEmpty()));
    }
    if (value == JsonNull.NULL) {
      return "symbol(...)";
    }
    if (value instanceof PyObject object) {
      return lastPart(object.className()) + "(...)";
    }
    if (value instanceof PythonEnumMember member) {
      return "<" + lastPart(member.type().path()) + ": " + of(member.value()) + ">";
    }
    return time(value);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String all(Collection<?> items, String begin, String end) {
    return items.stream().map(PythonRepr::of).collect(Collectors.joining(", ", begin, end));
  }

  private static String time(Object value) {
    if (value instanceof LocalDate date) {
      return "datetime.date(%d, %d, %d)"
          .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
    if (value instanceof LocalTime time) {
      return call("time", clock(time));
    }
    if (value instanceof LocalDateTime time) {
      List<Integer> parts = new ArrayList<>();
      parts.addAll(List.of(time.getYear(), time.getMonthValue(), time.getDayOfMonth()));
      parts.addAll(clock(time.toLocalTime()));
      return call("datetime", parts);
    }
    if (value instanceof OffsetDateTime time && time.getOffset().equals(ZoneOffset.UTC)) {
      return of(time.toLocalDateTime()).replace(")", ", tzinfo=datetime.timezone.utc)");
    }
    return value instanceof Duration span ? timedelta(span) : value.toString();
  }

  /** Hour and minute always, what is smaller only where it is not zero. */
  private static List<Integer> clock(LocalTime time) {
    List<Integer> parts = new ArrayList<>(List.of(time.getHour(), time.getMinute()));
    int micros = time.getNano() / NANOS_PER_MICRO;
    if (time.getSecond() != 0 || micros != 0) {
      parts.add(time.getSecond());
    }
    if (micros != 0) {
      parts.add(micros);
    }
    return parts;
  }

  private static String call(String name, List<Integer> parts) {
    return parts.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "datetime." + name + "(", ")"));
  }

  private static String timedelta(Duration span) {
    List<String> parts = new ArrayList<>();
    add(parts, "days", Math.floorDiv(span.getSeconds(), SECONDS_PER_DAY));
    add(parts, "seconds", Math.floorMod(span.getSeconds(), SECONDS_PER_DAY));
    add(parts, "microseconds", span.getNano() / NANOS_PER_MICRO);
    return "datetime.timedelta(" + (parts.isEmpty() ? "0" : String.join(", ", parts)) + ")";
  }

  private static void add(List<String> parts, String name, long count) {
    if (count != 0) {
      parts.add(name + "=" + count);
    }
  }
}
