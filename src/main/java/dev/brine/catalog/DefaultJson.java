package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.expr.ClauseElement;
import dev.brine.schema.Autoincrement;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.ColumnDefaults.Server;
import dev.brine.schema.Name;
import dev.brine.schema.Sequence;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the values of a column come from, as JSON; the fields are part of a column's object. */
final class DefaultJson {

  private static final String SERVER_DEFAULT = "server_default";
  private static final String IDENTITY = "identity";
  private static final Set<String> FIELDS =
      Set.of("value", "sequence", "schema", "optional", "function", "dump");

  private static final Map<Autoincrement, JsonNode> AUTOINCREMENT =
      Map.of(
          Autoincrement.ALWAYS, JsonNodeFactory.instance.booleanNode(true),
          Autoincrement.NEVER, JsonNodeFactory.instance.booleanNode(false),
          Autoincrement.IGNORE_FOREIGN_KEY, JsonNodeFactory.instance.textNode("ignore_fk"));

  private DefaultJson() {}

  static ColumnDefaults read(JsonCursor column) {
    return new ColumnDefaults(
        columnDefault(column.find("default")),
        columnDefault(column.find("onupdate")),
        server(column.find(SERVER_DEFAULT)),
        MapperJson.isOn(column.find("server_onupdate")),
        autoincrement(column.find("autoincrement")));
  }

  private static @Nullable ColumnDefault columnDefault(@Nullable JsonCursor json) {
    if (json == null) {
      return null;
    }
    json.allow(FIELDS);
    JsonCursor sequence = json.find("sequence");
    JsonCursor function = json.find("function");
    if (sequence != null) {
      JsonCursor schema = json.find("schema");
      JsonCursor optional = json.find("optional");
      return new ColumnDefault.NextValue(
          new Sequence(
              Name.of(sequence.text()),
              schema == null ? null : Name.of(schema.text()),
              optional != null && optional.flag()));
    }
    if (function != null) {
      return new ColumnDefault.Callable(function.text());
    }
    Object value = ValueJson.read(json);
    return value instanceof ClauseElement element
        ? new ColumnDefault.Expression(element)
        : new ColumnDefault.Scalar(value);
  }

  private static Server server(@Nullable JsonCursor json) {
    if (json == null || json.node().isBoolean()) {
      return json != null && json.flag() ? Server.DEFAULT : Server.NONE;
    }
    if (!json.text().equals(IDENTITY)) {
      throw json.wrong("true, false or \"identity\"");
    }
    return Server.IDENTITY;
  }

  private static Autoincrement autoincrement(@Nullable JsonCursor json) {
    if (json == null) {
      return Autoincrement.AUTO;
    }
    return AUTOINCREMENT.entrySet().stream()
        .filter(entry -> entry.getValue().equals(json.node()))
        .findFirst()
        .orElseThrow(() -> json.wrong("true, false or \"ignore_fk\""))
        .getKey();
  }

  static void write(ColumnDefaults defaults, ObjectNode column) {
    put(column, "default", defaults.onInsert());
    put(column, "onupdate", defaults.onUpdate());
    if (defaults.server() == Server.DEFAULT) {
      column.put(SERVER_DEFAULT, true);
    } else if (defaults.server() == Server.IDENTITY) {
      column.put(SERVER_DEFAULT, IDENTITY);
    }
    if (defaults.isUpdatedByServer()) {
      column.put("server_onupdate", true);
    }
    JsonNode autoincrement = AUTOINCREMENT.get(defaults.autoincrement());
    if (autoincrement != null) {
      column.set("autoincrement", autoincrement);
    }
  }

  private static void put(ObjectNode column, String field, @Nullable ColumnDefault value) {
    if (value != null) {
      column.set(field, json(value));
    }
  }

  private static ObjectNode json(ColumnDefault value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (value instanceof ColumnDefault.NextValue next) {
      json.put("sequence", next.sequence().name().text());
      if (next.sequence().schema() != null) {
        json.put("schema", next.sequence().schema().text());
      }
      return next.sequence().isOptional() ? json.put("optional", true) : json;
    }
    if (value instanceof ColumnDefault.Callable callable) {
      return json.put("function", callable.function());
    }
    return value instanceof ColumnDefault.Expression expression
        ? ValueJson.write(expression.element())
        : ValueJson.write(((ColumnDefault.Scalar) value).value());
  }
}
