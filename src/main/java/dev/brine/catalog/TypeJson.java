package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.UsageException;
import dev.brine.schema.NearestName;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types as JSON: {@code {"type": "String", "length": 50}}, the class ({@code "postgresql.INET"} if
 * a dialect's own) and those arguments that differ from its defaults, by SQLAlchemy's names; {@code
 * "variants"} holds other types by dialect. {@code {"dump": "…"}} is a type, too.
 */
final class TypeJson {

  private static final String TYPE = "type";
  private static final String VARIANTS = "variants";

  /** For a type that the script of the Python side cannot say in words. */
  private static final String DUMP = "dump";

  /** A type of which only the Python class is known has no name of its own. */
  private static final String OPAQUE = "opaque";

  private static final Map<String, TypeName> NAMES = names();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TypeJson() {}

  private static Map<String, TypeName> names() {
    Map<String, TypeName> names = new LinkedHashMap<>();
    for (TypeName name : TypeName.values()) {
      names.put(spelling(name), name);
    }
    return names;
  }

  private static String spelling(TypeName name) {
    return name == TypeName.OPAQUE ? OPAQUE : name.qualifiedName();
  }

  static ObjectNode write(SqlType type) {
    ObjectNode json = JSON.objectNode().put(TYPE, spelling(type.name()));
    type.attributes()
        .forEach(
            (name, value) -> {
              JsonNode written = value(value);
              if (written != null) {
                json.set(name, written);
              }
            });
    if (!type.variants().isEmpty()) {
      ObjectNode variants = json.putObject(VARIANTS);
      type.variants().forEach((dialect, variant) -> variants.set(dialect, write(variant)));
    }
    return json;
  }

  /** Null for what only a pickle can hold: the state of a class of the user's own. */
  private static @Nullable JsonNode value(Object value) {
    if (value instanceof SqlType type) {
      return write(type);
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Long number) {
      return JSON.numberNode(number);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(element -> array.add(value(element)));
      return array;
    }
    return value instanceof String text ? JSON.textNode(text) : null;
  }

  static SqlType read(JsonCursor json) {
    JsonCursor dump = json.find(DUMP);
    if (dump != null) {
      if (CatalogDumps.OF_VALUES.decode(dump) instanceof SqlType type) {
        return type;
      }
      throw new UsageException("There is no type in the dump at " + dump.path());
    }
    JsonCursor spelt = json.get(TYPE);
    TypeName name = NAMES.get(spelt.text());
    if (name == null) {
      throw new UsageException(
          "The catalogue has an unknown type '%s' at %s".formatted(spelt.text(), spelt.path()),
          NearestName.hint(spelt.text(), NAMES.keySet()));
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    Map<String, SqlType> variants = new LinkedHashMap<>();
    json.fields()
        .forEach(
            (field, value) -> {
              if (field.equals(VARIANTS)) {
                value.fields().forEach((dialect, variant) -> variants.put(dialect, read(variant)));
              } else if (!field.equals(TYPE) && !value.node().isNull()) {
                attributes.put(known(name, field, json), argument(value));
              }
            });
    return new SqlType(name, attributes, variants);
  }

  private static String known(TypeName name, String field, JsonCursor json) {
    List<String> known = name.attributes().stream().map(TypeName.Attribute::name).toList();
    if (!known.contains(field)) {
      throw new UsageException(
          "The type %s takes no '%s' at %s".formatted(spelling(name), field, json.path()),
          NearestName.hint(field, known));
    }
    return field;
  }

  private static Object argument(JsonCursor value) {
    JsonNode node = value.node();
    if (node.isObject()) {
      return read(value);
    }
    if (node.isArray()) {
      return value.elements().stream().map(TypeJson::argument).toList();
    }
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (!node.canConvertToLong() || !node.isIntegralNumber()) {
      throw value.wrong("a type, a list, a text, a whole number, true or false");
    }
    return node.longValue();
  }
}
