package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of a number of columns, in order: a column is the same one with its table and
 * key. SQLAlchemy's {@code column_dict} and {@code column_set}.
 */
final class ColumnMap<V> {

  private final Map<ElementKey, V> values = new LinkedHashMap<>();

  /** A set of columns. */
  static ColumnMap<ColumnElement> setOf(Collection<? extends ColumnElement> columns) {
    ColumnMap<ColumnElement> set = new ColumnMap<>();
    columns.forEach(column -> set.put(column, column));
    return set;
  }

  void put(ColumnElement column, V value) {
    values.put(ElementKey.of(column), value);
  }

  @Nullable V get(ColumnElement column) {
    return values.get(ElementKey.of(column));
  }

  boolean contains(ColumnElement column) {
    return values.containsKey(ElementKey.of(column));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Collection<V> values() {
    return values.values();
  }
}
