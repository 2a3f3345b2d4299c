package dev.brine.wrapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.schema.MetaData;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables that come with a dump: {@code "tables"} in the object that holds the dump, or in one
 * around it. By name, or as a list of objects with a {@code "name"} (and a {@code "schema"}, which
 * may also stand before the name and a dot); the columns by name with their types, or as a list of
 * names or of objects with {@code "name"} and {@code "type"}.
 *
 * <p>A type is the name of SQLAlchemy's class, in whichever case, its arguments passed over. What
 * is none has no type, as if only the column's name were there, which is the usual form.
 */
final class EnvelopeTables {

  private static final String TABLES = "tables";
  private static final String COLUMNS = "columns";
  private static final String NAME = "name";
  private static final String TYPE = "type";
  private static final String SCHEMA = "schema";

  private static final Map<String, TypeName> TYPES =
      Arrays.stream(TypeName.values())
          .filter(each -> each != TypeName.OPAQUE)
          .collect(
              Collectors.toUnmodifiableMap(
                  each -> each.qualifiedName().toLowerCase(Locale.ROOT),
                  each -> each,
                  (first, second) -> first));

  private EnvelopeTables() {}

  /** The tables nearest to the dump; null if there are none. */
  static @Nullable MetaData near(JsonNode root, JsonPointer dump) {
    for (JsonPointer at = dump.head(); at != null; at = at.head()) {
      JsonNode tables = root.at(at).get(TABLES);
      if (tables != null && tables.isContainerNode() && !tables.isEmpty()) {
        return metadata(tables);
      }
    }
    return null;
  }

  private static MetaData metadata(JsonNode tables) {
    Map<String, Table> all = new LinkedHashMap<>();
    if (tables.isArray()) {
      tables.forEach(each -> add(all, table(each.path(NAME).asText(), each)));
    } else {
      tables.properties().forEach(each -> add(all, table(each.getKey(), each.getValue())));
    }
    return MetaData.of(all.values().toArray(Table[]::new));
  }

  private static void add(Map<String, Table> all, Table table) {
    all.putIfAbsent(table.key(), table);
  }

  private static Table table(String key, JsonNode described) {
    int dot = key.lastIndexOf('.');
    Table.Builder table = Table.named(key.substring(dot > 0 ? dot + 1 : 0));
    String schema = dot > 0 ? key.substring(0, dot) : described.path(SCHEMA).textValue();
    if (schema != null) {
      table.schema(schema);
    }
    JsonNode listed = described.path(COLUMNS);
    columns(listed.isContainerNode() ? listed : described).forEach(table::column);
    return table.build();
  }

  private static Map<String, SqlType> columns(JsonNode described) {
    Map<String, SqlType> columns = new LinkedHashMap<>();
    if (described.isArray()) {
      for (JsonNode each : described) {
        String name = each.isObject() ? each.path(NAME).asText() : each.asText();
        columns.put(name, each.isObject() ? type(each) : Types.NULL);
      }
    } else {
      described.properties().forEach(each -> columns.put(each.getKey(), type(each.getValue())));
    }
    return columns;
  }

  private static SqlType type(JsonNode described) {
    String text = described.isObject() ? described.path(TYPE).asText() : described.asText();
    int arguments = text.indexOf('(');
    String name = arguments < 0 ? text : text.substring(0, arguments);
    TypeName found = TYPES.get(name.strip().toLowerCase(Locale.ROOT));
    return found == null ? Types.NULL : SqlType.of(found);
  }
}
