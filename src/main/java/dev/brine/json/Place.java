package dev.brine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.brine.error.MalformedJsonException;
import dev.brine.schema.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and where it stands, printed like {@code $.root.columns[0]}. Kept as links to the
 * parent because most paths are never printed.
 */
record Place(JsonNode node, @Nullable Place parent, String step) {

  private static final int LONGEST_SHOWN = 60;

  static Place root(JsonNode node) {
    return new Place(node, null, "$");
  }

  String path() {
    Deque<String> steps = new ArrayDeque<>();
    for (Place place = this; place != null; place = place.parent) {
      steps.push(place.step);
    }
    return String.join("", steps);
  }

  boolean isObject() {
    return node.isObject();
  }

  boolean isNull() {
    return node.isNull();
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** The field, null where there is none. JSON's null is there. */
  @Nullable Place find(String field) {
    JsonNode value = node.get(field);
    return value == null ? null : new Place(value, this, "." + field);
  }

  Place get(String field) {
    Place found = find(field);
    if (found == null) {
      throw wrong("'%s' is missing at %s".formatted(field, path()), null);
    }
    return found;
  }

  /** What is read where a field is left out: nothing has a value in it. */
  Place absent(String field) {
    return new Place(MissingNode.getInstance(), this, "." + field);
  }

  List<Place> items() {
    if (!node.isArray()) {
      throw expected("an array");
    }
    List<Place> items = new ArrayList<>(node.size());
    for (JsonNode each : node) {
      items.add(new Place(each, this, "[" + items.size() + "]"));
    }
    return items;
  }

  List<Place> items(int count) {
    List<Place> items = items();
    if (items.size() != count) {
      throw expected("an array of " + count);
    }
    return items;
  }

  Collection<Map.Entry<String, JsonNode>> fields() {
    if (!node.isObject()) {
      throw expected("an object");
    }
    return node.properties();
  }

  /** Refuses a misspelt key, which would otherwise be passed over. */
  void allow(Collection<String> keys) {
    for (Map.Entry<String, JsonNode> field : fields()) {
      if (!keys.contains(field.getKey())) {
        throw wrong(
            "'%s' is not known at %s".formatted(shown(field.getKey()), path()),
            NearestName.hint(shown(field.getKey()), keys));
      }
    }
  }

  String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  long whole() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("a whole number");
    }
    return node.longValue();
  }

  int smallWhole() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number of 32 bits");
    }
    return node.intValue();
  }

  MalformedJsonException expected(String what) {
    return wrong("expected %s at %s, found %s".formatted(what, path(), found()), null);
  }

  /** A name that is none of those that are known. */
  MalformedJsonException unknown(String what, String name, Collection<String> known) {
    return wrong(
        "%s '%s' is not known at %s".formatted(what, shown(name), path()),
        NearestName.hint(shown(name), known));
  }

  MalformedJsonException wrong(String message, @Nullable String hint) {
    return new MalformedJsonException(message, hint);
  }

  static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private String found() {
    if (node.isTextual()) {
      return "the text '" + shown(node.textValue()) + "'";
    }
    boolean isShort = node.isNumber() || node.isBoolean();
    return isShort ? shown(node.toString()) : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return path();
  }
}
