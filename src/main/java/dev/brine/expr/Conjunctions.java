package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * AND and OR: {@code BooleanClauseList._construct} of rel_2_0_52, {@code sql/elements.py}. Chains
 * are one flat list, and constants fold.
 */
final class Conjunctions {

  private Conjunctions() {}

  static ColumnElement and(List<? extends ColumnElement> conditions) {
    return join(StandardOperator.AND, Constant.TRUE, Constant.FALSE, conditions);
  }

  static ColumnElement or(List<? extends ColumnElement> conditions) {
    return join(StandardOperator.OR, Constant.FALSE, Constant.TRUE, conditions);
  }

  /**
   * @param neutral the constant that changes nothing, kept only if there is nothing else
   * @param decisive the constant that decides, whatever else there is
   */
  private static ColumnElement join(
      StandardOperator operator,
      Constant neutral,
      Constant decisive,
      List<? extends ColumnElement> conditions) {
    if (conditions.isEmpty()) {
      return new BooleanClauseList(operator, List.of());
    }
    if (conditions.contains(decisive)) {
      return decisive.asCondition();
    }
    List<ColumnElement> left = new ArrayList<>(conditions);
    left.removeIf(neutral::equals);
    return switch (left.size()) {
      case 0 -> neutral.asCondition();
      case 1 -> left.get(0).asCondition();
      default -> new BooleanClauseList(operator, flat(operator, left));
    };
  }

  private static List<ColumnElement> flat(
      StandardOperator operator, List<ColumnElement> conditions) {
    List<ColumnElement> flat = new ArrayList<>();
    for (ColumnElement condition : Groups.all(conditions, operator)) {
      List<ColumnElement> chain = Groups.chain(condition, operator);
      flat.addAll(chain == null ? List.of(condition) : chain);
    }
    return flat;
  }
}
