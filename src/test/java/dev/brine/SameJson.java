package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON compared as the fixtures mean it: objects with the order of their names, numbers by their
 * value, as SQLite gives a number of its own where Python makes a Decimal of it.
 */
final class SameJson {

  private SameJson() {}

  static boolean isSame(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isContainerNode() && one.getNodeType() == other.getNodeType()) {
      return names(one).equals(names(other)) && areSame(values(one), values(other));
    }
    return one.equals(other);
  }

  private static boolean areSame(List<JsonNode> some, List<JsonNode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!isSame(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<JsonNode> values(JsonNode node) {
    List<JsonNode> values = new ArrayList<>();
    node.elements().forEachRemaining(values::add);
    return values;
  }
}
