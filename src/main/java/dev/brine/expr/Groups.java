package dev.brine.expr;

import dev.brine.schema.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where parentheses go when an element becomes an operand: the {@code self_group()} methods of
 * rel_2_0_52, {@code sql/elements.py}.
 */
final class Groups {

  /**
   * What a condition is grouped against when it stands alone: SQLAlchemy's {@code _asbool}, looser
   * than every operator that has a precedence.
   */
  static final Operator AS_CONDITION = new CustomOperator("", -10, true, false, false, null);

  /** Binds tighter than every operator, so that each is grouped within it. */
  static final Operator TIGHTEST =
      new CustomOperator("", Operator.TIGHTEST, false, false, false, null);

  private Groups() {}

  /** How an element is grouped that is no operator's result. */
  static ColumnElement plain(ColumnElement element, Operator against) {
    if (isCondition(against) && isBoolean(element)) {
      return new AsBoolean(element, true);
    }
    return against == StandardOperator.ANY || against == StandardOperator.ALL
        ? Grouping.of(element)
        : element;
  }

  /** How the result of an operator is grouped. */
  static ColumnElement operated(ColumnElement element, Operator own, Operator against) {
    return own.isPrecedent(against) || isNegationOfValue(own, against)
        ? Grouping.of(element)
        : element;
  }

  /** Whether it is NOT before something that is no condition, which is grouped for clarity. */
  static boolean isNegationOfValue(Operator own, Operator against) {
    return against == StandardOperator.INV && !own.isBoolean();
  }

  static boolean isBoolean(ColumnElement element) {
    return element.type().affinity() == TypeName.BOOLEAN_;
  }

  static List<ColumnElement> all(List<? extends ColumnElement> elements, Operator against) {
    return elements.stream().map(element -> element.selfGroup(against)).toList();
  }

  /**
   * The operands of an element that is a chain of this very operator, parentheses or not; null if
   * it is something else.
   */
  static @Nullable List<ColumnElement> chain(ColumnElement element, Operator operator) {
    if (element instanceof Grouping grouping) {
      return chain(grouping.element(), operator);
    }
    if (element instanceof BinaryExpression binary && binary.operator().equals(operator)) {
      return List.of(binary.left(), binary.right());
    }
    if (element instanceof ExpressionClauseList list && list.operator().equals(operator)) {
      return list.clauses();
    }
    if (element instanceof BooleanClauseList list && list.operator().equals(operator)) {
      return list.clauses();
    }
    return null;
  }

  private static boolean isCondition(Operator against) {
    return against == StandardOperator.AND
        || against == StandardOperator.OR
        || against.equals(AS_CONDITION);
  }
}
