package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.UsageException;
import org.jspecify.annotations.Nullable;

/** A Python value: {@code {"value": …}} where JSON can say it, {@code {"dump": "…"}} otherwise. */
final class ValueJson {

  private static final String VALUE = "value";
  private static final String DUMP = "dump";

  private ValueJson() {}

  static @Nullable Object read(JsonCursor json) {
    JsonCursor dump = json.find(DUMP);
    if (dump != null) {
      return CatalogDumps.OF_VALUES.decode(dump);
    }
    JsonNode value = json.node().get(VALUE);
    if (value == null) {
      throw new UsageException("The catalogue lacks '%s' at %s".formatted(VALUE, json.path()));
    }
    if (value.isNull()) {
      return null;
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isFloatingPointNumber()) {
      return value.doubleValue();
    }
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw json.get(VALUE).wrong("a text, a number, true, false or null");
    }
    return value.longValue();
  }

  static ObjectNode write(@Nullable Object value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (value == null) {
      return json.putNull(VALUE);
    }
    if (value instanceof String text) {
      return json.put(VALUE, text);
    }
    if (value instanceof Boolean flag) {
      return json.put(VALUE, flag);
    }
    if (value instanceof Long number) {
      return json.put(VALUE, number);
    }
    return value instanceof Double number && Double.isFinite(number)
        ? json.put(VALUE, number)
        : json.put(DUMP, CatalogDumps.encode(value));
  }
}
