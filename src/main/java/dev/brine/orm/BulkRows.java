package dev.brine.orm;

import dev.brine.expr.ColumnRef;
import dev.brine.expr.TableRef;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of many entities, on their way to the tables of their class. */
final class BulkRows {

  private BulkRows() {}

  /** A set of values by the names of attributes; what is none of the class is left out. */
  static Map<String, @Nullable Object> named(
      Mapper mapper, Map<String, ? extends @Nullable Object> set) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    set.forEach(
        (name, value) -> {
          if (Changed.property(mapper, name) instanceof ColumnProperty property) {
            values.put(property.key(), value);
          }
        });
    return values;
  }

  /** The columns of a table by the attributes that they are. */
  static Map<String, ColumnRef> columns(Mapper mapper, TableRef table) {
    Map<String, ColumnRef> columns = new LinkedHashMap<>();
    for (ColumnProperty property : mapper.columnAttrs()) {
      ColumnRef column = Changed.column(property, table);
      if (column != null) {
        columns.put(property.key(), column);
      }
    }
    return columns;
  }

  /** Rows that follow each other and have the same columns: one statement serves them all. */
  static List<List<Map<String, @Nullable Object>>> alike(List<Map<String, @Nullable Object>> rows) {
    List<List<Map<String, @Nullable Object>>> groups = new ArrayList<>();
    @Nullable Map<String, @Nullable Object> before = null;
    for (Map<String, @Nullable Object> row : rows) {
      if (before == null || !row.keySet().equals(before.keySet())) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(row);
      before = row;
    }
    return groups;
  }
}
