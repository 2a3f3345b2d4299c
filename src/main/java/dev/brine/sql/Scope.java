package dev.brine.sql;

import dev.brine.expr.Label;
import org.jspecify.annotations.Nullable;

/**
 * Where in a statement an element stands, as far as that changes how it is printed: the keyword
 * arguments that SQLAlchemy's {@code visit_} methods hand down.
 *
 * @param isInColumns whether it stands between SELECT and FROM
 * @param isInLabel whether it stands before an AS
 * @param isResult whether it is what a column of the result is made of
 * @param isFrom whether it stands behind FROM
 * @param isInOperator whether it is an operand
 * @param hasLiteralBinds whether values are written into the text
 * @param printedByName the label that is printed by its name alone; null for none
 */
record Scope(
    boolean isInColumns,
    boolean isInLabel,
    boolean isResult,
    boolean isFrom,
    boolean isInOperator,
    boolean hasLiteralBinds,
    @Nullable Label printedByName) {

  /** What holds at the top of a statement. */
  static final Scope TOP = new Scope(false, false, false, false, false, false, null);

  Scope inColumns(boolean on) {
    return new Scope(on, isInLabel, isResult, isFrom, isInOperator, hasLiteralBinds, printedByName);
  }

  Scope inLabel(boolean on) {
    return new Scope(
        isInColumns, on, isResult, isFrom, isInOperator, hasLiteralBinds, printedByName);
  }

  Scope result(boolean on) {
    return new Scope(
        isInColumns, isInLabel, on, isFrom, isInOperator, hasLiteralBinds, printedByName);
  }

  Scope from(boolean on) {
    return new Scope(
        isInColumns, isInLabel, isResult, on, isInOperator, hasLiteralBinds, printedByName);
  }

  Scope inOperator() {
    return new Scope(
        isInColumns, isInLabel, isResult, isFrom, true, hasLiteralBinds, printedByName);
  }

  Scope literalBinds(boolean on) {
    return new Scope(isInColumns, isInLabel, isResult, isFrom, isInOperator, on, printedByName);
  }

  Scope printedByName(@Nullable Label label) {
    return new Scope(
        isInColumns, isInLabel, isResult, isFrom, isInOperator, hasLiteralBinds, label);
  }
}
