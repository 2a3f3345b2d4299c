package dev.brine.orm.compile;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import dev.brine.expr.LabelReference;
import dev.brine.expr.ScalarSelect;
import dev.brine.expr.TextualLabelReference;
import dev.brine.expr.UnaryExpression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a subquery must select so that one can order by it outside: {@code
 * expand_column_list_from_order_by} (rel_2_0_52, {@code sql/util.py}).
 */
final class OrderColumns {

  private OrderColumns() {}

  /** What is ordered by and not among the columns. */
  static List<ColumnElement> missing(List<ColumnElement> columns, List<ColumnElement> orderBy) {
    Set<ElementKey> present = new HashSet<>();
    for (ColumnElement column : columns) {
      ColumnElement value = column instanceof Label label ? label.element() : column;
      present.add(ElementKey.of(SelectState.bare(value)));
    }
    List<ColumnElement> missing = new ArrayList<>();
    for (ColumnElement each : orderBy) {
      unwrapped(each).stream()
          .filter(column -> !present.contains(ElementKey.of(column)))
          .forEach(missing::add);
    }
    return missing;
  }

  /** The values in an entry of ORDER BY, without DESC and the like. */
  private static List<ColumnElement> unwrapped(ColumnElement entry) {
    Set<ElementKey> seen = new HashSet<>();
    List<ColumnElement> found = new ArrayList<>();
    Deque<ClauseElement> left = new ArrayDeque<>(List.of(entry));
    while (!left.isEmpty()) {
      ClauseElement element = left.removeFirst();
      if (element instanceof UnaryExpression unary && unary.modifier() != null) {
        left.add(unary.element());
      } else if (element instanceof Label label && !(label.element() instanceof ScalarSelect)) {
        left.add(
            label.element() instanceof Grouping grouping ? grouping.element() : label.element());
      } else if (element instanceof LabelReference reference) {
        left.add(reference.element());
      } else if (element instanceof ColumnElement column
          && !(element instanceof TextualLabelReference)) {
        ColumnElement bare = SelectState.bare(column);
        if (seen.add(ElementKey.of(bare))) {
          found.add(bare);
        }
      }
    }
    return found;
  }
}
