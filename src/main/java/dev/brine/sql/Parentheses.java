package dev.brine.sql;

import dev.brine.expr.AsBoolean;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.UnaryExpression;
import dev.brine.schema.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * The few parentheses that SQLAlchemy adds while compiling, by its {@code self_group} (rel_2_0_52,
 * {@code sql/elements.py}); all others are {@link Grouping} nodes.
 */
final class Parentheses {

  /** The precedence of {@code operators._asbool}, for a condition that stands by itself. */
  private static final int CONDITION = -10;

  private Parentheses() {}

  /** The element as an operand of no operator: whatever has one of its own is grouped. */
  static ColumnElement around(ColumnElement element) {
    return operator(element) == null ? element : Grouping.of(element);
  }

  /** The element as an operand of an operator. */
  static ColumnElement around(ColumnElement element, Operator against) {
    Operator own = operator(element);
    if (own != null) {
      return own.isPrecedent(against) ? Grouping.of(element) : element;
    }
    boolean isCondition = against == StandardOperator.AND || against == StandardOperator.OR;
    return isCondition ? asCondition(element) : element;
  }

  /** The element as the only condition of a WHERE or HAVING. */
  static ColumnElement aroundCondition(ColumnElement element) {
    Operator own = operator(element);
    if (own == null) {
      return asCondition(element);
    }
    return own.precedence().orElse(Operator.LOOSEST) <= CONDITION ? Grouping.of(element) : element;
  }

  /** What a label stands for, in the parentheses it may need before its AS. */
  static ColumnElement beforeAs(ColumnElement element) {
    return around(element, StandardOperator.AS);
  }

  private static ColumnElement asCondition(ColumnElement element) {
    if (element instanceof Label label) {
      return new Label(label.name(), asCondition(label.element()), label.type());
    }
    boolean isPlainValue =
        element instanceof ColumnRef
            || element instanceof FunctionCall
            || element instanceof BindParameter
            || element instanceof Constant;
    return isPlainValue && element.type().affinity() == TypeName.BOOLEAN_
        ? new AsBoolean(element, true)
        : element;
  }

  /** The operator that parentheses are put around; null for an element that needs none. */
  private static @Nullable Operator operator(ColumnElement element) {
    if (element instanceof BinaryExpression binary) {
      return binary.operator();
    }
    if (element instanceof UnaryExpression unary) {
      return unary.operator();
    }
    if (element instanceof ClauseList list) {
      return list.isGroup() ? list.operator() : null;
    }
    if (element instanceof ExpressionClauseList list) {
      return list.isGroup() ? list.operator() : null;
    }
    return element instanceof BooleanClauseList list && !list.clauses().isEmpty()
        ? list.operator()
        : null;
  }
}
