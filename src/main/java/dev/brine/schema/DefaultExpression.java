package dev.brine.schema;

/**
 * A SQL expression, as far as a column that has one as its default knows it. Implemented by {@code
 * dev.brine.expr.ClauseElement} alone: this package is below the one that knows what expressions
 * are.
 */
public interface DefaultExpression {}
