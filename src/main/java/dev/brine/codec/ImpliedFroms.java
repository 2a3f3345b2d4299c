package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells the FROM elements that a SELECT names from those that follow from its columns and
 * conditions, which 0.6 kept together (rel_0_6_9, {@code sql/expression.py: Select}).
 */
final class ImpliedFroms {

  private final Set<FromClause> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private ImpliedFroms() {}

  /** Those of all that do not follow from the elements. */
  static List<FromClause> without(
      List<FromClause> all,
      List<? extends ClauseElement> columns,
      List<? extends ClauseElement> where) {
    ImpliedFroms implied = new ImpliedFroms();
    columns.forEach(implied::collect);
    where.forEach(implied::collect);
    List<FromClause> named = new ArrayList<>(all);
    named.removeIf(implied.found::contains);
    return named;
  }

  private void collect(ClauseElement element) {
    if (element instanceof ColumnRef column && column.table() != null) {
      found.add(column.table());
    } else if (element instanceof FromClause from && !(element instanceof ColumnElement)) {
      found.add(from);
    } else if (!(element instanceof Statement)) {
      element.children().forEach(this::collect);
    }
  }
}
