package dev.brine.expr;

import org.jspecify.annotations.Nullable;

/**
 * Calculations. The result has the type that SQLAlchemy infers: an integer divided by an integer is
 * a Numeric, a date minus a date an Integer, a string plus a string a concatenation.
 */
public sealed interface ArithmeticOperators permits ColumnOperators {

  /** {@code +} in Python. */
  default ColumnElement plus(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.ADD, other);
  }

  /** {@code -} in Python. */
  default ColumnElement minus(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.SUB, other);
  }

  /** {@code *} in Python. */
  default ColumnElement times(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.MUL, other);
  }

  /** {@code /} in Python, which never rounds: {@code truediv}. */
  default ColumnElement dividedBy(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.TRUEDIV, other);
  }

  /** {@code //} in Python, which rounds down: {@code floordiv}. */
  default ColumnElement floorDiv(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.FLOORDIV, other);
  }

  /** {@code %} in Python. */
  default ColumnElement mod(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.MOD, other);
  }

  /**
   * {@code **} in Python, new in SQLAlchemy 2.1: this to that power, by the function that the
   * database has for it. For other series it is {@code func.pow()}.
   */
  default FunctionCall power(@Nullable Object exponent) {
    return Functions.call(GenericFunction.POW, self(), exponent);
  }

  /** Unary {@code -} in Python. */
  default ColumnElement neg() {
    return Operations.prefix(StandardOperator.NEG, self(), self().type());
  }

  /** {@code value + column} in Python, as {@link #plus} with the sides exchanged. */
  default ColumnElement addedTo(@Nullable Object value) {
    return Operations.reverseOperate(value, StandardOperator.ADD, self());
  }

  /** {@code value - column} in Python. */
  default ColumnElement subtractedFrom(@Nullable Object value) {
    return Operations.reverseOperate(value, StandardOperator.SUB, self());
  }

  default ColumnElement bitwiseAnd(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.BITWISE_AND, other);
  }

  default ColumnElement bitwiseOr(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.BITWISE_OR, other);
  }

  default ColumnElement bitwiseXor(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.BITWISE_XOR, other);
  }

  default ColumnElement bitwiseNot() {
    return Operations.prefix(StandardOperator.BITWISE_NOT, self(), self().type());
  }

  default ColumnElement bitwiseLshift(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.BITWISE_LSHIFT, other);
  }

  default ColumnElement bitwiseRshift(@Nullable Object other) {
    return Operations.operate(self(), StandardOperator.BITWISE_RSHIFT, other);
  }

  private ColumnElement self() {
    return (ColumnElement) this;
  }
}
