package dev.brine.expr;

import java.util.OptionalInt;

/** What joins the operands of an expression. */
public sealed interface Operator permits StandardOperator, CustomOperator {

  /** How tightly it binds: higher binds tighter; empty where SQLAlchemy gives it none. */
  OptionalInt precedence();

  /** Whether it compares two values, giving a boolean. */
  boolean isComparison();

  /** Whether it gives a boolean: a comparison, AND, OR, NOT. */
  boolean isBoolean();

  /** Whether {@code a op b op c} needs no parentheses. */
  boolean isNaturalSelfPrecedent();

  /** Whether its operands are put in parentheses in every case. */
  boolean isEagerGrouping();

  /**
   * Whether an expression of this operator needs parentheses as an operand of another: {@code
   * operators.is_precedent} of rel_2_0_52. SQLAlchemy takes an operator without precedence for the
   * loosest inside and the tightest outside.
   */
  default boolean isPrecedent(Operator against) {
    if (equals(against) && isNaturalSelfPrecedent()) {
      return false;
    }
    return precedence().orElse(LOOSEST) <= against.precedence().orElse(TIGHTEST);
  }

  /** {@code _OpLimit._smallest}. */
  int LOOSEST = -100;

  /** {@code _OpLimit._largest}. */
  int TIGHTEST = 100;
}
