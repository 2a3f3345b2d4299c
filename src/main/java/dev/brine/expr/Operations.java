package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes expressions of operators and operands, parentheses included: {@code
 * OperatorExpression._construct_for_op} and the constructors it calls (rel_2_0_52, {@code
 * sql/elements.py}), and the arithmetic of {@code sql/default_comparator.py}.
 */
final class Operations {

  private Operations() {}

  /** {@code left op right}, its type and operator following from the types of both. */
  static ColumnElement operate(ColumnElement left, Operator operator, @Nullable Object right) {
    if (left instanceof CollectionAggregate) {
      throw new UsageException(
          "only comparison operators may be used with ANY and ALL", "compare a value with it");
    }
    ColumnElement operand = Coercions.operand(right, left);
    ResultTypes.Result result = ResultTypes.of(left.type(), operator, operand.type());
    return binary(left, result.operator(), operand, result.type(), null, Map.of());
  }

  /** {@code value op right}, as Python makes it of {@code 5 + column}. */
  static ColumnElement reverseOperate(
      @Nullable Object left, Operator operator, ColumnElement right) {
    ColumnElement operand = Coercions.operand(left, right);
    ResultTypes.Result result = ResultTypes.of(operand.type(), operator, right.type());
    return binary(operand, result.operator(), right, result.type(), null, Map.of());
  }

  /** {@code column.op("…")(right)}. */
  static ColumnElement custom(ColumnElement left, CustomOperator operator, @Nullable Object right) {
    SqlType type = operator.returnType();
    if (type == null && operator.isComparison()) {
      type = Types.BOOLEAN;
    }
    return type == null
        ? operate(left, operator, right)
        : binary(left, operator, Coercions.operand(right, left), type, null, Map.of());
  }

  /** Two operands, or a flat list where one of them is a chain of the same operator. */
  static ColumnElement binary(
      ColumnElement left,
      Operator operator,
      ColumnElement right,
      SqlType type,
      @Nullable Operator negate,
      Map<String, Object> modifiers) {
    if (operator instanceof StandardOperator standard && standard.isAssociative()) {
      List<ColumnElement> leftChain = chainOfType(left, operator, type);
      List<ColumnElement> rightChain = chainOfType(right, operator, type);
      if (leftChain != null || rightChain != null) {
        List<ColumnElement> all = new ArrayList<>(leftChain == null ? List.of(left) : leftChain);
        all.addAll(rightChain == null ? List.of(right) : rightChain);
        return new ExpressionClauseList(operator, Groups.all(all, operator), true, type);
      }
    }
    Operator opposite = right instanceof CollectionAggregate ? null : negate;
    return new BinaryExpression(
        left.selfGroup(operator), operator, right.selfGroup(operator), type, opposite, modifiers);
  }

  /** An operator before its operand. */
  static ColumnElement prefix(Operator operator, ColumnElement element, SqlType type) {
    return new UnaryExpression(element.selfGroup(operator), operator, null, type);
  }

  /** A modifier behind its operand; it has no type. */
  static ColumnElement suffix(ColumnElement element, Operator modifier) {
    return new UnaryExpression(element.selfGroup(modifier), null, modifier, Types.NULL);
  }

  private static @Nullable List<ColumnElement> chainOfType(
      ColumnElement element, Operator operator, SqlType type) {
    return element.type().affinity() == type.affinity() ? Groups.chain(element, operator) : null;
  }
}
