package dev.brine.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

/** Tables as JSON; the fields are described at {@link CatalogJson}. */
final class TableJson {

  private static final Set<String> TABLE_FIELDS =
      Set.of("name", "schema", "quote", "quote_schema", "implicit_returning", "columns");
  private static final Set<String> COLUMN_FIELDS =
      Set.of(
          "name",
          "key",
          "quote",
          "type",
          "nullable",
          "primary_key",
          "foreign_keys",
          "default",
          "onupdate",
          "server_default",
          "server_onupdate",
          "autoincrement");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TableJson() {}

  static MetaData read(JsonCursor json) {
    MetaData.Builder tables = MetaData.builder();
    for (JsonCursor table : json.elements()) {
      add(tables, table);
    }
    return tables.build();
  }

  static ArrayNode write(MetaData metadata) {
    ArrayNode tables = JSON.arrayNode();
    metadata.tables().forEach(table -> tables.add(table(table)));
    return tables;
  }

  private static void add(MetaData.Builder tables, JsonCursor json) {
    json.allow(TABLE_FIELDS);
    JsonCursor schema = json.find("schema");
    Table.Builder table =
        Table.named(name(json.get("name"), json.find("quote")))
            .schema(schema == null ? null : name(schema, json.find("quote_schema")))
            .implicitReturning(flag(json.find("implicit_returning"), true));
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
        foreignKeys(json.find("foreign_keys")),
        DefaultJson.read(json));
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

  private static ObjectNode table(Table table) {
    ObjectNode json = JSON.objectNode();
    putName(json, "name", "quote", table.name());
    if (table.schema() != null) {
      putName(json, "schema", "quote_schema", table.schema());
    }
    if (!table.isImplicitlyReturning()) {
      json.put("implicit_returning", false);
    }
    var columns = json.putArray("columns");
    table.columns().forEach(column -> columns.add(column(column)));
    return json;
  }

  private static ObjectNode column(Column column) {
    ObjectNode json = JSON.objectNode();
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
    DefaultJson.write(column.defaults(), json);
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
