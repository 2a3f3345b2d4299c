package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes assignments of the maps that the user gives. */
final class Assignments {

  private Assignments() {}

  /** A map of one entry, whose value may be null. */
  static Map<Object, @Nullable Object> single(Object column, @Nullable Object value) {
    Map<Object, @Nullable Object> one = new LinkedHashMap<>();
    one.put(column, value);
    return Collections.unmodifiableMap(one);
  }

  /** Of a mapped class names are those of attributes: the columns behind them are set. */
  static Map<Object, @Nullable Object> resolved(FromClause table, Map<?, ?> columns) {
    Map<Object, @Nullable Object> all = new LinkedHashMap<>();
    columns.forEach((column, value) -> all.put(resolved(table, column), value));
    return all;
  }

  private static Object resolved(FromClause table, Object column) {
    return table instanceof OrmEntity mapped
            && column instanceof String key
            && mapped.entity().attribute(key) instanceof ColumnRef set
        ? set
        : column;
  }

  /** Those that were there, with those of the map added or in the place of their like. */
  static List<Assignment> merged(@Nullable List<Assignment> before, Map<?, ?> columns) {
    Map<Object, Assignment> all = new LinkedHashMap<>();
    if (before != null) {
      before.forEach(each -> all.put(keyOf(each), each));
    }
    columns.forEach(
        (column, value) -> {
          Assignment assignment = of(column, expression(value));
          all.put(keyOf(assignment), assignment);
        });
    return List.copyOf(all.values());
  }

  /** Values that stay plain until the statement is compiled. */
  static List<Assignment> plain(Map<?, ?> columns) {
    List<Assignment> all = new ArrayList<>();
    columns.forEach(
        (column, value) ->
            all.add(of(column, value instanceof ClauseElement ? value : canonical(value))));
    return List.copyOf(all);
  }

  static @Nullable Object canonical(@Nullable Object value) {
    return ValueTypes.canonical(value);
  }

  private static Object keyOf(Assignment assignment) {
    Object column = assignment.column();
    return column == null ? String.valueOf(assignment.name()) : column;
  }

  static Assignment of(@Nullable Object column, @Nullable Object value) {
    if (column instanceof String name) {
      return Assignment.of(name, value);
    }
    if (column instanceof ColumnElement element) {
      return Assignment.of(element, value);
    }
    throw new UsageException(
        "nothing can be assigned to " + column, "give a column or the key of one");
  }

  /** A value as a parameter that takes its type from the column: {@code is_crud=True}. */
  static ColumnElement expression(@Nullable Object value) {
    return value instanceof ColumnElement element
        ? element
        : BindParameter.unique("param", canonical(value), Types.NULL);
  }
}
