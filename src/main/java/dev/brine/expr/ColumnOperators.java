package dev.brine.expr;

/**
 * What one can do with a value in SQL, under the names of SQLAlchemy's {@code ColumnOperators}
 * (rel_2_0_52, {@code sql/operators.py}).
 */
public sealed interface ColumnOperators permits ColumnElement {}
