package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two values come from the same column: SQLAlchemy's {@code shares_lineage}. */
final class Lineage {

  private Lineage() {}

  static boolean isShared(ColumnElement one, ColumnElement other) {
    return !Collections.disjoint(of(one), of(other));
  }

  /** The element and what it stands for: {@code proxy_set}. */
  private static Set<ElementKey> of(ColumnElement element) {
    Set<ElementKey> line = new HashSet<>();
    Deque<ColumnElement> pending = new ArrayDeque<>(List.of(element));
    while (!pending.isEmpty()) {
      ColumnElement current = pending.pop();
      if (line.add(ElementKey.of(current))) {
        pending.addAll(proxies(current));
      }
    }
    return line;
  }

  private static List<ColumnElement> proxies(ColumnElement element) {
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
}
