package dev.brine.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keys as JSON: with their types, to go on from later ({@code [["integer", "5"]]}), and for the
 * report ({@code {"id": 5}}). Stateless.
 */
final class KeyJson {

  private static final JsonMapper JSON = new JsonMapper();

  private KeyJson() {}

  /** The types of the values of a key, by their names in JSON. */
  private enum Type {
    INTEGER(Long.class, Long::valueOf),
    DECIMAL(BigDecimal.class, BigDecimal::new),
    DOUBLE(Double.class, Double::valueOf),
    BOOLEAN(Boolean.class, Boolean::valueOf),
    TEXT(String.class, text -> text),
    BYTES(byte[].class, Base64.getDecoder()::decode) {
      @Override
      String text(Object value) {
        return Base64.getEncoder().encodeToString((byte[]) value);
      }
    },
    UUID(UUID.class, java.util.UUID::fromString),
    DATE(LocalDate.class, LocalDate::parse),
    TIME(LocalTime.class, LocalTime::parse),
    TIMESTAMP(LocalDateTime.class, LocalDateTime::parse),
    TIMESTAMPTZ(OffsetDateTime.class, OffsetDateTime::parse);

    private final Class<?> javaType;
    private final Function<String, Object> parse;

    Type(Class<?> javaType, Function<String, Object> parse) {
      this.javaType = javaType;
      this.parse = parse;
    }

    String text(Object value) {
      return value.toString();
    }

    static Type of(Object value) {
      return Arrays.stream(values())
          .filter(type -> type.javaType.isInstance(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new UsageException(
                      "a key of %s cannot be remembered".formatted(value.getClass().getName()),
                      "choose another --key"));
    }
  }

  /** With types. */
  static String typed(RowKey key) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Object value : key.values()) {
      Type type = Type.of(value);
      json.addArray().add(type.name().toLowerCase(Locale.ROOT)).add(type.text(value));
    }
    return json.toString();
  }

  /**
   * Reads what {@link #typed} wrote.
   *
   * @throws DatabaseException if it did not
   */
  static RowKey parse(List<String> columns, String typed) {
    try {
      List<Object> values = new ArrayList<>();
      for (JsonNode value : JSON.readTree(typed)) {
        Type type = Type.valueOf(value.path(0).asText().toUpperCase(Locale.ROOT));
        values.add(type.parse.apply(value.path(1).asText()));
      }
      return new RowKey(columns, values);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new DatabaseException(
          "the progress that was stored is none: " + typed, "--restart forgets it", e);
    }
  }

  /** By the names of the columns; numbers and booleans as they are in JSON, the rest as text. */
  static ObjectNode named(RowKey key) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < key.values().size(); i++) {
      String column = key.columns().get(i);
      Object value = key.values().get(i);
      if (value instanceof Long number) {
        json.put(column, number);
      } else if (value instanceof BigDecimal number) {
        json.put(column, number);
      } else if (value instanceof Boolean truth) {
        json.put(column, truth);
      } else {
        json.put(column, RowKey.text(value));
      }
    }
    return json;
  }
}
