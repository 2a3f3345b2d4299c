package dev.brine.jooq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.sql.PythonFloat;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Python's {@code json} module reads and writes it. A JSON value is a {@code Map} or {@code
 * List}, {@code String}, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean} or null.
 * Stateless.
 */
public final class PythonJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final char LAST_ASCII = 0x7e;

  private PythonJson() {}

  /**
   * What {@code json.loads(text)} gives.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public static @Nullable Object loads(String text) {
    try {
      return value(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        node.forEach(item -> list.add(value(item)));
        yield list;
      }
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL -> null;
      case MISSING, BINARY, POJO -> throw new IllegalArgumentException("no JSON: it is empty");
    };
  }

  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }

  /**
   * What {@code json.dumps(value)} gives: ASCII, a blank after each comma and colon.
   *
   * @throws IllegalArgumentException if the value is of a type that JSON has not
   */
  public static String dumps(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return quote(text, true);
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Boolean
        || value instanceof Long
        || value instanceof Integer
        || value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof List<?> items) {
      StringJoiner joined = new StringJoiner(", ", "[", "]");
      items.forEach(item -> joined.add(dumps(item)));
      return joined.toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner joined = new StringJoiner(", ", "{", "}");
      map.forEach((key, item) -> joined.add(key(key) + ": " + dumps(item)));
      return joined.toString();
    }
    throw new IllegalArgumentException(
        "an object of " + value.getClass().getName() + " has no JSON form");
  }

  /** Python's spelling of what JSON has no number for. */
  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    return PythonFloat.repr(number);
  }

  private static String key(@Nullable Object key) {
    return key instanceof String text ? quote(text, true) : quote(dumps(key), true);
  }

  /** A JSON string; outside of ASCII as {@code \}{@code u0000} if asked for. */
  public static String quote(String text, boolean asciiOnly) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        case '\b' -> quoted.append("\\b");
        default -> {
          if (c < ' ' || (asciiOnly && c > LAST_ASCII)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
