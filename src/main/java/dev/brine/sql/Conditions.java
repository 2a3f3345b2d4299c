package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Constant;
import dev.brine.expr.StandardOperator;
import java.util.ArrayList;
import java.util.List;

/** What SQLAlchemy makes of conditions while compiling. */
final class Conditions {

  private Conditions() {}

  /**
   * Conditions that must all hold, as they are joined by AND: without those that always hold, or
   * the one that never does ({@code _process_clauses_for_boolean}).
   */
  static List<ColumnElement> forAnd(List<ColumnElement> conditions) {
    List<ColumnElement> kept = new ArrayList<>();
    boolean hasTrue = false;
    for (ColumnElement condition : conditions) {
      if (condition == Constant.FALSE) {
        return List.of(grouped(condition, 1));
      }
      if (condition == Constant.TRUE) {
        hasTrue = true;
      } else {
        kept.add(condition);
      }
    }
    if (kept.isEmpty() && hasTrue) {
      return List.of(grouped(Constant.TRUE, 1));
    }
    return kept.stream().map(condition -> grouped(condition, kept.size())).toList();
  }

  private static ColumnElement grouped(ColumnElement condition, int count) {
    return count > 1 ? condition.selfGroup(StandardOperator.AND) : condition.asCondition();
  }
}
