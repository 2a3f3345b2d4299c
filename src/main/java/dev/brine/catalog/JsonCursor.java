package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.brine.error.UsageException;
import dev.brine.schema.NearestName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value and the path to it, so that whoever finds it wrong can say where it is. */
record JsonCursor(JsonNode node, String path) {

  static JsonCursor root(JsonNode node) {
    return new JsonCursor(node, "$");
  }

  /** The field of this object, or null where it is absent or JSON's null. */
  @Nullable JsonCursor find(String field) {
    JsonNode value = expect(JsonNodeType.OBJECT).get(field);
    return value == null || value.isNull() ? null : new JsonCursor(value, path + "." + field);
  }

  JsonCursor get(String field) {
    JsonCursor value = find(field);
    if (value == null) {
      throw new UsageException("The catalogue lacks '%s' at %s".formatted(field, path));
    }
    return value;
  }

  /** Refuses a misspelt field, which would otherwise be passed over. */
  void allow(Set<String> fields) {
    for (Iterator<String> names = expect(JsonNodeType.OBJECT).fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.contains(name)) {
        throw new UsageException(
            "The catalogue has an unknown field '%s' at %s".formatted(name, path),
            NearestName.hint(name, fields));
      }
    }
  }

  Map<String, JsonCursor> fields() {
    Map<String, JsonCursor> all = new LinkedHashMap<>();
    expect(JsonNodeType.OBJECT)
        .properties()
        .forEach(e -> all.put(e.getKey(), new JsonCursor(e.getValue(), path + "." + e.getKey())));
    return all;
  }

  List<JsonCursor> elements() {
    List<JsonCursor> all = new ArrayList<>();
    for (JsonNode element : expect(JsonNodeType.ARRAY)) {
      all.add(new JsonCursor(element, path + "[" + all.size() + "]"));
    }
    return all;
  }

  boolean isObject() {
    return node.isObject();
  }

  String text() {
    return expect(JsonNodeType.STRING).textValue();
  }

  int number() {
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      throw wrong("a whole number");
    }
    return node.intValue();
  }

  /** The constant that is spelled like this text. */
  <E extends Enum<E>> E oneOf(Class<E> kind, Function<E, String> spelling) {
    String given = text();
    List<String> spellings = new ArrayList<>();
    for (E each : kind.getEnumConstants()) {
      if (spelling.apply(each).equals(given)) {
        return each;
      }
      spellings.add(spelling.apply(each));
    }
    throw new UsageException(
        "The catalogue has '%s' at %s, which is none of %s".formatted(given, path, spellings),
        NearestName.hint(given, spellings));
  }

  boolean flag() {
    return expect(JsonNodeType.BOOLEAN).booleanValue();
  }

  private JsonNode expect(JsonNodeType type) {
    if (node.getNodeType() != type) {
      throw wrong(type.name().toLowerCase(Locale.ROOT));
    }
    return node;
  }

  UsageException wrong(String expected) {
    return new UsageException(
        "The catalogue has %s at %s where %s is expected"
            .formatted(node.getNodeType().name().toLowerCase(Locale.ROOT), path, expected));
  }
}
