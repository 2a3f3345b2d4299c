/**
 * The vocabulary of SQLAlchemy's expression language, the same for every version of it: small
 * immutable records under {@link dev.brine.expr.ClauseElement}, and the fluent API by which one is
 * written in Java.
 *
 * <p>To write a query, start at {@link dev.brine.expr.Select#of} and {@link dev.brine.expr.Sql};
 * what one can do with a column is in {@link dev.brine.expr.ColumnOperators}. The names are
 * SQLAlchemy's in camel case: {@code not_in()} is {@code notIn()}, {@code is_(None)} is {@code
 * isNull()}; Python's operators are verbs: {@code ==} is {@code eq}, {@code +} is {@code plus},
 * {@code &} is {@code and}. Values become bind parameters, typed by what they are compared with.
 * What is built is node for node what SQLAlchemy 2.0 builds of the same Python.
 *
 * <p>Parentheses are nodes ({@link dev.brine.expr.Grouping}, {@link dev.brine.expr.FromGrouping});
 * the compiler adds none. Records compare by value, but an alias or a bind parameter is one only
 * with itself: two that are equal are still two, and whoever rewrites a statement hands on the
 * nodes that did not change. All nodes are safe to share between threads as long as the values in
 * bind parameters are not changed.
 */
@NullMarked
package dev.brine.expr;

import org.jspecify.annotations.NullMarked;
