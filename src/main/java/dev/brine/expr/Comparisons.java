package dev.brine.expr;

import static dev.brine.expr.StandardOperator.AND;
import static dev.brine.expr.StandardOperator.IS;
import static dev.brine.expr.StandardOperator.IS_NOT;

import dev.brine.error.UsageException;
import dev.brine.schema.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions that are true or false: {@code sql/default_comparator.py} of rel_2_0_52. */
final class Comparisons {

  private Comparisons() {}

  /** {@code left op right}; None, True and False are printed, not sent. */
  static ColumnElement compare(
      ColumnElement left, StandardOperator operator, @Nullable Object right) {
    return compare(left, operator, right, Map.of());
  }

  static ColumnElement compare(
      ColumnElement left,
      StandardOperator operator,
      @Nullable Object right,
      Map<String, Object> modifiers) {
    if (left instanceof CollectionAggregate aggregate) {
      return reversed(aggregate, mirrored(operator), right, modifiers);
    }
    Constant constant = Coercions.constant(right, left);
    return constant == null
        ? bool(left, operator, Coercions.operand(right, left), opposite(operator), modifiers)
        : compareConstant(left, operator, constant);
  }

  /** ANY and ALL stand on the right side alone. */
  private static ColumnElement reversed(
      CollectionAggregate aggregate,
      StandardOperator operator,
      @Nullable Object left,
      Map<String, Object> modifiers) {
    Constant constant = Coercions.constant(left, aggregate);
    ColumnElement operand = constant == null ? Coercions.operand(left, aggregate) : constant;
    return bool(operand, operator, aggregate, opposite(operator), modifiers);
  }

  /** The operator that says the same with the sides exchanged. */
  private static StandardOperator mirrored(StandardOperator operator) {
    return switch (operator) {
      case LT -> StandardOperator.GT;
      case GT -> StandardOperator.LT;
      case LE -> StandardOperator.GE;
      case GE -> StandardOperator.LE;
      default -> operator;
    };
  }

  static ColumnElement in(ColumnElement left, StandardOperator operator, Collection<?> values) {
    return compare(left, operator, Coercions.inList(left, operator, values));
  }

  /** {@code left IN} a parameter that will hold the list. */
  static ColumnElement in(ColumnElement left, StandardOperator operator, BindParameter values) {
    return compare(left, operator, values.asExpanding(operator));
  }

  /** SQLAlchemy gives BETWEEN no type. */
  static ColumnElement between(
      ColumnElement element, @Nullable Object low, @Nullable Object high, boolean symmetric) {
    ColumnElement range =
        new ExpressionClauseList(
            AND,
            List.of(Coercions.operand(low, element), Coercions.operand(high, element)),
            false,
            Types.NULL);
    StandardOperator operator = StandardOperator.BETWEEN;
    return new BinaryExpression(
        element.selfGroup(operator),
        operator,
        range,
        Types.NULL,
        StandardOperator.NOT_BETWEEN,
        Map.of("symmetric", symmetric));
  }

  /** LIKE and its relatives. */
  static ColumnElement like(
      ColumnElement left,
      StandardOperator operator,
      @Nullable Object right,
      @Nullable String escape) {
    return compare(left, operator, right, escape == null ? Map.of() : Map.of("escape", escape));
  }

  private static ColumnElement compareConstant(
      ColumnElement left, StandardOperator operator, Constant constant) {
    return switch (operator) {
      case EQ, NE ->
          constant == Constant.NULL
              ? is(left, operator == StandardOperator.EQ, constant)
              : bool(left, operator, constant, operator.negate(), Map.of());
      case IS, IS_NOT -> is(left, operator == IS, constant);
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM ->
          bool(left, operator, constant, operator.negate(), Map.of());
      default ->
          throw new UsageException(
              "operator " + operator.pythonName() + " cannot compare with " + constant,
              "only eq, ne, is, isNot, isDistinctFrom and isNotDistinctFrom can");
    };
  }

  private static ColumnElement is(ColumnElement left, boolean positive, Constant constant) {
    return bool(left, positive ? IS : IS_NOT, constant, positive ? IS_NOT : IS, Map.of());
  }

  private static ColumnElement bool(
      ColumnElement left,
      StandardOperator operator,
      ColumnElement right,
      @Nullable Operator negate,
      Map<String, Object> modifiers) {
    return Operations.binary(left, operator, right, Types.BOOLEAN, negate, modifiers);
  }

  /**
   * What NOT turns a comparison into. SQLAlchemy's {@code operator_lookup} names IS as its own
   * opposite, and IS NOT likewise, so that {@code ~a.is_(b)} is {@code a IS b} there as here.
   */
  private static @Nullable Operator opposite(StandardOperator operator) {
    return operator == IS || operator == IS_NOT ? operator : operator.negate();
  }
}
