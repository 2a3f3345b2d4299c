package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import java.util.Collections;
import java.util.HashSet;
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
    ColumnElement current = element;
    while (line.add(ElementKey.of(current))) {
      if (current instanceof Label label) {
        current = label.element();
      } else if (current instanceof Grouping grouping) {
        current = grouping.element();
      } else if (current instanceof ColumnRef column && column.table() instanceof Alias alias) {
        current = alias.element().c(column.key());
      }
    }
    return line;
  }
}
