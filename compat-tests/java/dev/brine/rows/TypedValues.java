package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.brine.jooq.PythonTimes;
import dev.brine.pickle.PythonDecimal;
import dev.brine.pickle.PythonTuple;
import dev.brine.sql.PythonFloat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows as {@code python-fixtures/rows/typed.py} writes them: by Python's type of each,
 * {@code ["Decimal", "1.50"]}.
 */
final class TypedValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1000;

  private TypedValues() {}

  static JsonNode of(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof Map<?, ?> map) {
      return container("dict", entries(map));
    }
    if (value instanceof Set<?> set) {
      ArrayNode sorted = JSON.arrayNode();
      set.stream().map(item -> of(item)).sorted(TypedValues::byText).forEach(sorted::add);
      return container("set", sorted);
    }
    Object items = value instanceof PythonTuple tuple ? tuple.elements() : value;
    if (items instanceof Collection<?> list) {
      ArrayNode all = JSON.arrayNode();
      list.forEach(item -> all.add(of(item)));
      return container("list", all);
    }
    return JSON.arrayNode().add(type(value)).add(text(value));
  }

  private static int byText(JsonNode one, JsonNode other) {
    return one.toString().compareTo(other.toString());
  }

  private static ArrayNode entries(Map<?, ?> map) {
    ArrayNode all = JSON.arrayNode();
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    sorted.forEach((key, value) -> all.add(JSON.arrayNode().add(key).add(of(value))));
    return all;
  }

  private static ArrayNode container(String type, ArrayNode items) {
    return JSON.arrayNode().add(type).add(items);
  }

  /** Java's classes by the type that Python has for the same. */
  private static String type(Object value) {
    if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
      return "int";
    }
    if (value instanceof BigDecimal || value instanceof PythonDecimal) {
      return "Decimal";
    }
    if (value instanceof String || value instanceof Enum<?>) {
      return "str";
    }
    if (value instanceof LocalDateTime || value instanceof OffsetDateTime) {
      return "datetime";
    }
    if (value instanceof LocalTime || value instanceof OffsetTime) {
      return "time";
    }
    if (value instanceof byte[]) {
      return "bytes";
    }
    if (value instanceof Double) {
      return "float";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof LocalDate) {
      return "date";
    }
    if (value instanceof Duration) {
      return "timedelta";
    }
    return value instanceof UUID ? "UUID" : value.getClass().getName();
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return PythonFloat.repr(number);
    }
    if (value instanceof PythonDecimal decimal) {
      return decimal.text();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Duration span) {
      return String.valueOf(
          span.getSeconds() * MICROS_PER_SECOND + span.getNano() / NANOS_PER_MICRO);
    }
    if (value instanceof OffsetDateTime moment) {
      return PythonTimes.isoFormat(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
    if (value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof LocalTime
        || value instanceof OffsetTime) {
      return PythonTimes.isoFormat(value);
    }
    return value.toString();
  }
}
