package dev.brine.expr;

import dev.brine.schema.SqlType;

/**
 * A value in SQL: something that can stand in a select list or a condition. SQLAlchemy's {@code
 * ColumnElement}.
 */
public sealed interface ColumnElement extends ClauseElement, ColumnOperators
    permits AsBoolean,
        BinaryExpression,
        BindParameter,
        BooleanClauseList,
        ClauseList,
        ColumnRef,
        Constant,
        ExpressionClauseList,
        FunctionCall,
        Grouping,
        Label,
        LabelReference,
        Opaque,
        TextualLabelReference,
        UnaryExpression {

  /** The type of the value; {@code NullType} where SQLAlchemy knows none. */
  SqlType type();
}
