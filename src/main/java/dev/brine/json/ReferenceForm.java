package dev.brine.json;

import dev.brine.pickle.PyGlobal;
import dev.brine.schema.Column;
import dev.brine.shape.PersistentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is not part of a structure, by its name: {@code {"table": "users"}}, {@code {"table":
 * "users", "column": "id"}}, {@code {"entity": "models:User"}}. Stateless.
 */
final class ReferenceForm {

  static final String TABLE = "table";
  static final String COLUMN = "column";
  static final String MAPPER = "mapper";
  static final String ENTITY = "entity";
  static final String PROPERTY = "property";
  static final String ATTRIBUTE = "attribute";
  static final String SESSION = "session";
  static final String ENGINE = "engine";

  /** The keys that tell a reference. */
  static final List<String> TAGS = List.of(TABLE, MAPPER, ENTITY, SESSION, ENGINE);

  private ReferenceForm() {}

  /** The JSON of an id; null of one that is none of the serializer's. */
  static @Nullable Map<String, @Nullable Object> of(PersistentId id, Object referred) {
    if (referred instanceof Column column) {
      return json(TABLE, column.table().key(), COLUMN, column.key());
    }
    if (id instanceof PersistentId.OfTable table) {
      return json(TABLE, table.key());
    }
    if (id instanceof PersistentId.OfColumn column) {
      return json(TABLE, column.tableKey(), COLUMN, column.columnKey());
    }
    if (id instanceof PersistentId.OfMapper mapper) {
      return json(MAPPER, ClassName.text(mapper.mappedClass()));
    }
    if (id instanceof PersistentId.OfMapperSelectable mapper) {
      return json(ENTITY, ClassName.text(mapper.mappedClass()));
    }
    if (id instanceof PersistentId.OfMapperProperty property) {
      return json(ENTITY, ClassName.text(property.mappedClass()), PROPERTY, property.key());
    }
    if (id instanceof PersistentId.OfAttribute attribute) {
      return json(ENTITY, ClassName.text(attribute.mappedClass()), ATTRIBUTE, attribute.key());
    }
    return id instanceof PersistentId.OfSession ? json(SESSION, true) : json(ENGINE, true);
  }

  private static Map<String, @Nullable Object> json(String key, Object value) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(key, value);
    return json;
  }

  private static Map<String, @Nullable Object> json(
      String key, Object value, String second, String further) {
    Map<String, @Nullable Object> json = json(key, value);
    json.put(second, further);
    return json;
  }

  /** The id that is referred by. */
  static PersistentId read(String tag, Place json) {
    Place value = json.get(tag);
    return switch (tag) {
      case TABLE -> table(value.text(), json);
      case ENTITY -> entity(ClassName.read(value), json);
      case MAPPER -> {
        json.allow(List.of(MAPPER));
        yield new PersistentId.OfMapper(ClassName.read(value));
      }
      default -> {
        json.allow(List.of(tag));
        if (!value.flag()) {
          throw value.expected("true");
        }
        yield tag.equals(SESSION) ? new PersistentId.OfSession() : new PersistentId.OfEngine();
      }
    };
  }

  private static PersistentId table(String key, Place json) {
    json.allow(List.of(TABLE, COLUMN, Writing.ORIGIN));
    Place column = json.find(COLUMN);
    return column == null
        ? new PersistentId.OfTable(key)
        : new PersistentId.OfColumn(key + ":" + column.text());
  }

  private static PersistentId entity(PyGlobal mapped, Place json) {
    json.allow(List.of(ENTITY, PROPERTY, ATTRIBUTE, Writing.ORIGIN));
    Place property = json.find(PROPERTY);
    if (property != null) {
      return new PersistentId.OfMapperProperty(mapped, property.text());
    }
    Place attribute = json.find(ATTRIBUTE);
    return attribute == null
        ? new PersistentId.OfMapperSelectable(mapped)
        : new PersistentId.OfAttribute(mapped, attribute.text());
  }
}
