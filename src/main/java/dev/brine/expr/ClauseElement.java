package dev.brine.expr;

import dev.brine.schema.DefaultExpression;
import java.util.List;

/**
 * Any part of a SQL statement: SQLAlchemy's {@code ClauseElement}. The sub-interfaces say where a
 * part may stand.
 */
public sealed interface ClauseElement extends DefaultExpression
    permits ColumnElement, FromClause, Statement {

  /**
   * The parts this one is made of, in the order in which they are printed; what to walk a statement
   * by.
   */
  List<ClauseElement> children();

  /** Calls the visitor's method for this kind of element. */
  <R> R accept(ClauseVisitor<R> visitor);
}
