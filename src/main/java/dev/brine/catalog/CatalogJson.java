package dev.brine.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.UsageException;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.MetaData;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue of tables as a JSON text that people can write and keep under version control.
 *
 * <pre>{@code
 * {"brine-catalogue": 1,
 *  "tables": [
 *    {"name": "users", "schema": "shop", "columns": [
 *      {"name": "id", "type": {"type": "Integer"}, "primary_key": true},
 *      {"name": "email", "type": {"type": "String", "length": 50}, "nullable": false},
 *      {"name": "team_id", "type": {"type": "Integer"}, "foreign_keys": ["shop.teams.id"]}]}]}
 * }</pre>
 *
 * <p>Optional: {@code schema}; {@code key} of a column where it differs from its name; {@code
 * nullable} (true, but false for a primary key); {@code primary_key} (false); {@code foreign_keys},
 * each {@code "table.column"} or, as part of a key over several columns, {@code {"target": …,
 * "constraint": any name}}; {@code quote} (true or false; without it the dialect decides) and a
 * table's {@code quote_schema}. A type has the class and the arguments of SQLAlchemy; the state of
 * a user's own type class, which only a pickle can hold, is left out. A field that is not known is
 * refused.
 *
 * <p>Stateless.
 */
public final class CatalogJson {

  private static final String VERSION = "brine-catalogue";
  private static final int CURRENT = 1;

  private static final Set<String> CATALOGUE_FIELDS = Set.of(VERSION, "tables");
  private static final Set<String> TABLE_FIELDS =
      Set.of("name", "schema", "quote", "quote_schema", "columns");
  private static final Set<String> COLUMN_FIELDS =
      Set.of("name", "key", "quote", "type", "nullable", "primary_key", "foreign_keys");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CatalogJson() {}

  /**
   * The tables that the text describes.
   *
   * @throws UsageException if it is no JSON or no catalogue; the message gives the path in it
   */
  public static MetaData read(String text) {
    JsonCursor catalogue = JsonCursor.root(parse(text));
    if (!catalogue.node().isObject() || catalogue.find(VERSION) == null) {
      throw new UsageException(
          "The JSON is no catalogue: it lacks \"%s\": %d".formatted(VERSION, CURRENT));
    }
    JsonNode version = catalogue.get(VERSION).node();
    if (!version.isInt() || version.intValue() != CURRENT) {
      throw new UsageException(
          "The catalogue has version %s, and only %d is known".formatted(version, CURRENT));
    }
    catalogue.allow(CATALOGUE_FIELDS);
    MetaData.Builder tables = MetaData.builder();
    for (JsonCursor table : catalogue.get("tables").elements()) {
      add(tables, table);
    }
    return tables.build();
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UsageException(
          "The catalogue is no JSON: %s (line %d, column %d)"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()),
          null,
          e);
    }
  }

  private static void add(MetaData.Builder tables, JsonCursor json) {
    json.allow(TABLE_FIELDS);
    JsonCursor schema = json.find("schema");
    Table.Builder table =
        Table.named(name(json.get("name"), json.find("quote")))
            .schema(schema == null ? null : name(schema, json.find("quote_schema")));
    for (JsonCursor column : json.get("columns").elements()) {
      table.column(column(column));
    }
    try {
      tables.table(table.build());
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s at %s".formatted(e.getMessage(), json.path()), null, e);
    }
  }

  private static Column.Spec column(JsonCursor json) {
    json.allow(COLUMN_FIELDS);
    QuotedName name = name(json.get("name"), json.find("quote"));
    JsonCursor key = json.find("key");
    boolean primaryKey = flag(json.find("primary_key"), false);
    return new Column.Spec(
        name,
        key == null ? name.text() : key.text(),
        TypeJson.read(json.get("type")),
        flag(json.find("nullable"), !primaryKey),
        primaryKey,
        foreignKeys(json.find("foreign_keys")));
  }

  private static QuotedName name(JsonCursor text, @Nullable JsonCursor quote) {
    return new QuotedName(
        text.text(),
        quote == null ? Quoting.AUTOMATIC : quote.flag() ? Quoting.ALWAYS : Quoting.NEVER);
  }

  private static boolean flag(@Nullable JsonCursor json, boolean absent) {
    return json == null ? absent : json.flag();
  }

  private static List<ForeignKey> foreignKeys(@Nullable JsonCursor json) {
    List<ForeignKey> all = new ArrayList<>();
    for (JsonCursor each : json == null ? List.<JsonCursor>of() : json.elements()) {
      JsonCursor inConstraint = each.isObject() ? each.get("target") : each;
      if (inConstraint.text().indexOf('.') < 0) {
        throw inConstraint.wrong("table.column");
      }
      ForeignKey key = ForeignKey.of(inConstraint.text());
      all.add(each.isObject() ? key.within(each.get("constraint").text()) : key);
    }
    return all;
  }

  /** The text that describes the tables, indented. */
  public static String write(MetaData metadata) {
    ObjectNode catalogue = MAPPER.createObjectNode().put(VERSION, CURRENT);
    var tables = catalogue.putArray("tables");
    metadata.tables().forEach(table -> tables.add(table(table)));
    return catalogue.toPrettyString();
  }

  private static ObjectNode table(Table table) {
    ObjectNode json = MAPPER.createObjectNode();
    putName(json, "name", "quote", table.name());
    if (table.schema() != null) {
      putName(json, "schema", "quote_schema", table.schema());
    }
    var columns = json.putArray("columns");
    table.columns().forEach(column -> columns.add(column(column)));
    return json;
  }

  private static ObjectNode column(Column column) {
    ObjectNode json = MAPPER.createObjectNode();
    putName(json, "name", "quote", column.name());
    if (!column.key().equals(column.name().text())) {
      json.put("key", column.key());
    }
    json.set("type", TypeJson.write(column.type()));
    if (column.primaryKey()) {
      json.put("primary_key", true);
    }
    if (column.nullable() == column.primaryKey()) {
      json.put("nullable", column.nullable());
    }
    if (!column.foreignKeys().isEmpty()) {
      var targets = json.putArray("foreign_keys");
      column.foreignKeys().forEach(key -> putForeignKey(targets, key));
    }
    return json;
  }

  private static void putForeignKey(ArrayNode targets, ForeignKey key) {
    String target = key.table() + "." + key.column();
    if (key.constraint() == null) {
      targets.add(target);
    } else {
      targets.addObject().put("target", target).put("constraint", key.constraint());
    }
  }

  private static void putName(ObjectNode json, String field, String quote, QuotedName name) {
    json.put(field, name.text());
    if (name.quoting() != Quoting.AUTOMATIC) {
      json.put(quote, name.quoting() == Quoting.ALWAYS);
    }
  }
}
