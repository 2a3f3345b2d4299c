package dev.brine.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.UsageException;
import dev.brine.mapping.OrmRelease;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.MetaData;
import java.util.Set;

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
  private static final String SQLALCHEMY = "sqlalchemy";

  private static final Set<String> FIELDS =
      Set.of(VERSION, SQLALCHEMY, "tables", "mappers", "expressions");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(JsonLimits.constraints(ReadLimits.DEFAULT))
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CatalogJson() {}

  /**
   * What the text describes.
   *
   * @throws UsageException if it is no JSON or no catalogue; the message gives the path in it
   * @throws dev.brine.error.PickleLimitException if it exceeds a limit
   * @throws dev.brine.error.UnresolvedReferenceException if its classes do not fit its tables; the
   *     message tells every mismatch
   */
  public static Catalog read(String text) {
    return read(text, "the catalogue");
  }

  /**
   * The same.
   *
   * @param name what messages call it: "the catalogue shop.json"
   */
  public static Catalog read(String text, String name) {
    JsonCursor catalogue = catalogue(text);
    MetaData metadata = TableJson.read(catalogue.get("tables"));
    JsonCursor mappers = catalogue.find("mappers");
    return mappers == null
        ? Catalog.of(metadata)
        : Catalog.of(
            MapperJson.read(
                metadata, mappers, catalogue.find("expressions"), release(catalogue), name));
  }

  /** The ORM of the SQLAlchemy that the classes were exported with. */
  private static OrmRelease release(JsonCursor catalogue) {
    JsonCursor version = catalogue.find(SQLALCHEMY);
    return version == null ? OrmRelease.DEFAULT : OrmRelease.of(version.text());
  }

  private static JsonCursor catalogue(String text) {
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
    catalogue.allow(FIELDS);
    return catalogue;
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw JsonLimits.exceeded(e, ReadLimits.DEFAULT);
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

  /** The text that describes the tables, indented. */
  public static String write(MetaData metadata) {
    return write(Catalog.of(metadata));
  }

  /** The text that describes the tables and the classes, indented. */
  public static String write(Catalog catalog) {
    ObjectNode json = MAPPER.createObjectNode().put(VERSION, CURRENT);
    json.set("tables", TableJson.write(catalog.metadata()));
    if (!catalog.registry().mappers().isEmpty()) {
      ColumnJsonWriter columns = new ColumnJsonWriter();
      MapperJsonWriter writer = new MapperJsonWriter(columns);
      ArrayNode mappers = json.putArray("mappers");
      catalog.registry().mappers().forEach(mapper -> mappers.add(writer.write(mapper)));
      if (!columns.expressions().isEmpty()) {
        json.put("expressions", CatalogDumps.encode(columns.expressions()));
      }
    }
    return json.toPrettyString();
  }
}
