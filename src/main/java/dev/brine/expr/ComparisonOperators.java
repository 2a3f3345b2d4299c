package dev.brine.expr;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons. What they are given is another element or a value; a value becomes a bind parameter
 * named after the column, null and the constants are printed: {@code eq(null)} is {@code IS NULL}.
 */
public sealed interface ComparisonOperators permits ColumnOperators {

  /** {@code ==} in Python. */
  default ColumnElement eq(@Nullable Object other) {
    return Comparisons.compare(self(), StandardOperator.EQ, other);
  }

  /** {@code !=} in Python. */
  default ColumnElement ne(@Nullable Object other) {
    return Comparisons.compare(self(), StandardOperator.NE, other);
  }

  /** {@code <} in Python. */
  default ColumnElement lt(Object other) {
    return Comparisons.compare(self(), StandardOperator.LT, other);
  }

  /** {@code <=} in Python. */
  default ColumnElement le(Object other) {
    return Comparisons.compare(self(), StandardOperator.LE, other);
  }

  /** {@code >} in Python. */
  default ColumnElement gt(Object other) {
    return Comparisons.compare(self(), StandardOperator.GT, other);
  }

  /** {@code >=} in Python. */
  default ColumnElement ge(Object other) {
    return Comparisons.compare(self(), StandardOperator.GE, other);
  }

  /** {@code is_(other)}. */
  default ColumnElement is(@Nullable Object other) {
    return Comparisons.compare(self(), StandardOperator.IS, other);
  }

  /** {@code is_not(other)}. */
  default ColumnElement isNot(@Nullable Object other) {
    return Comparisons.compare(self(), StandardOperator.IS_NOT, other);
  }

  /** {@code is_(None)}. */
  default ColumnElement isNull() {
    return is(null);
  }

  /** {@code is_not(None)}. */
  default ColumnElement isNotNull() {
    return isNot(null);
  }

  /** {@code is_distinct_from(other)}: unequal, where two NULLs are equal. */
  default ColumnElement isDistinctFrom(@Nullable Object other) {
    return Comparisons.compare(self(), StandardOperator.IS_DISTINCT_FROM, other);
  }

  /** {@code is_not_distinct_from(other)}: equal, where two NULLs are equal. */
  default ColumnElement isNotDistinctFrom(@Nullable Object other) {
    return Comparisons.compare(self(), StandardOperator.IS_NOT_DISTINCT_FROM, other);
  }

  /** {@code in_([…])}; the list may be empty, and may hold null and elements. */
  default ColumnElement in(Collection<?> values) {
    return Comparisons.in(self(), StandardOperator.IN, values);
  }

  /** {@code in_([…])}. A single bind parameter is not one value but stands for the list. */
  default ColumnElement in(Object... values) {
    return in(Arrays.asList(values));
  }

  /** {@code in_(bindparam("name", expanding=True))}: the list is given when the statement runs. */
  default ColumnElement in(BindParameter values) {
    return Comparisons.in(self(), StandardOperator.IN, values);
  }

  /** {@code in_(select(…))}: among what a SELECT gives. */
  default ColumnElement in(SelectBase select) {
    return Comparisons.compare(self(), StandardOperator.IN, select.scalarSubquery());
  }

  /** {@code not_in([…])}. */
  default ColumnElement notIn(Collection<?> values) {
    return Comparisons.in(self(), StandardOperator.NOT_IN, values);
  }

  /** {@code not_in([…])}. */
  default ColumnElement notIn(Object... values) {
    return notIn(Arrays.asList(values));
  }

  /** {@code not_in(bindparam("name", expanding=True))}. */
  default ColumnElement notIn(BindParameter values) {
    return Comparisons.in(self(), StandardOperator.NOT_IN, values);
  }

  /** {@code not_in(select(…))}: not among what a SELECT gives. */
  default ColumnElement notIn(SelectBase select) {
    return Comparisons.compare(self(), StandardOperator.NOT_IN, select.scalarSubquery());
  }

  /** {@code between(low, high)}, both ends included. */
  default ColumnElement between(@Nullable Object low, @Nullable Object high) {
    return Comparisons.between(self(), low, high, false);
  }

  /** {@code between(low, high, symmetric=True)}: the ends may be given in either order. */
  default ColumnElement betweenSymmetric(@Nullable Object low, @Nullable Object high) {
    return Comparisons.between(self(), low, high, true);
  }

  /** {@code ~column.between(low, high)}. */
  default ColumnElement notBetween(@Nullable Object low, @Nullable Object high) {
    return between(low, high).not();
  }

  private ColumnElement self() {
    return (ColumnElement) this;
  }
}
