package dev.brine.expr;

import dev.brine.schema.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a value stands for: the column of a subquery stands for what it selects, and so on down to a
 * table's column. SQLAlchemy's {@code proxy_set} (rel_2_0_52, {@code sql/elements.py}). Public for
 * the compiler's sake.
 */
public final class Lineage {

  private Lineage() {}

  /** Whether two values come from the same column: {@code shares_lineage}. */
  public static boolean isShared(ColumnElement one, ColumnElement other) {
    return !Collections.disjoint(of(one), of(other));
  }

  /** Whether another value is this one, or what this one stands for. */
  static boolean includes(ColumnElement element, ColumnElement other) {
    return of(element).contains(ElementKey.of(other));
  }

  static Set<ElementKey> of(ColumnElement element) {
    Set<ElementKey> line = new HashSet<>();
    List<ColumnElement> generation = List.of(element);
    while (!generation.isEmpty()) {
      List<ColumnElement> next = new ArrayList<>();
      for (ColumnElement each : generation) {
        if (line.add(ElementKey.of(each))) {
          next.addAll(proxies(each));
        }
      }
      generation = next;
    }
    return line;
  }

  static List<ColumnElement> proxies(ColumnElement element) {
    if (element instanceof Label label) {
      return List.of(label.element());
    }
    if (element instanceof Grouping grouping) {
      return List.of(grouping.element());
    }
    return element instanceof ColumnRef column && column.table() != null
        ? column.table().proxies(column)
        : List.of();
  }

  /**
   * The column of the metadata that a value is, under whatever names: of a UNION, that of the first
   * SELECT; null if it is none.
   */
  static @Nullable Column tableColumn(ColumnElement element) {
    if (element instanceof Label label) {
      return tableColumn(label.element());
    }
    if (!(element instanceof ColumnRef column)) {
      return null;
    }
    if (column.table() instanceof TableRef table) {
      return table.table().findColumn(column.key());
    }
    List<ColumnElement> proxies = proxies(column);
    return proxies.isEmpty() ? null : tableColumn(proxies.get(0));
  }

  /** How many steps down a column of the metadata is; the highest number if it is nowhere. */
  static int steps(ColumnElement element, Predicate<Column> isMeant) {
    if (element instanceof ColumnRef ref && ref.table() instanceof TableRef table) {
      Column column = table.table().findColumn(ref.key());
      return column != null && isMeant.test(column) ? 0 : Integer.MAX_VALUE;
    }
    int fewest = Integer.MAX_VALUE;
    for (ColumnElement each : proxies(element)) {
      int steps = steps(each, isMeant);
      fewest = steps < fewest ? steps + 1 : fewest;
    }
    return fewest;
  }
}
