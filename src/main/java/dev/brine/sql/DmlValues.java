package dev.brine.sql;

import dev.brine.expr.Assignment;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.schema.SqlType;

/** Values of clauses after the values of an INSERT, whose parameters have names made up. */
final class DmlValues {

  private DmlValues() {}

  /** A value for a column of this type. */
  static Fragment compile(StatementCompiler compiler, Assignment assignment, SqlType type) {
    ColumnElement expression = assignment.expression();
    if (expression == null) {
      return compiler.compile(BindParameter.unique("param", assignment.value(), type));
    }
    ColumnElement typed =
        expression instanceof BindParameter bind && bind.type().isNull()
            ? bind.withType(type)
            : expression;
    return compiler.compile(typed.selfGroup());
  }

  /** A value for what is no column of the table, whose type only the value tells. */
  static Fragment ofUnknown(StatementCompiler compiler, Assignment assignment) {
    ColumnElement expression = assignment.expression();
    return compiler.compile(expression == null ? Sql.literal(assignment.value()) : expression);
  }
}
