package dev.brine.codec;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.StandardOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chains of one operator, {@code a + b + c}: up to 1.4 an operation on the result of another, since
 * then a flat list (rel_2_0_52, {@code sql/elements.py: OperatorExpression._construct_for_op}).
 */
final class Chains {

  private Chains() {}

  /** The chain that an operation ends; itself where it does not. */
  static ColumnElement flat(BinaryExpression binary) {
    boolean isChain =
        binary.operator() instanceof StandardOperator operator
            && operator.isAssociative()
            && binary.negate() == null
            && binary.modifiers().isEmpty();
    if (!isChain) {
      return binary;
    }
    List<ColumnElement> left = operands(binary.left(), binary);
    List<ColumnElement> right = operands(binary.right(), binary);
    if (left == null && right == null) {
      return binary;
    }
    List<ColumnElement> all = new ArrayList<>(left == null ? List.of(binary.left()) : left);
    all.addAll(right == null ? List.of(binary.right()) : right);
    return new ExpressionClauseList(binary.operator(), all, true, binary.type());
  }

  /** The operands of a chain of the same operator and kind of type; null of anything else. */
  private static @Nullable List<ColumnElement> operands(
      ColumnElement side, BinaryExpression binary) {
    if (side.type().affinity() != binary.type().affinity()) {
      return null;
    }
    if (side instanceof BinaryExpression inner && inner.operator().equals(binary.operator())) {
      return List.of(inner.left(), inner.right());
    }
    return side instanceof ExpressionClauseList list && list.operator().equals(binary.operator())
        ? list.clauses()
        : null;
  }
}
