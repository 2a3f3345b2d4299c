package dev.brine.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column that a statement sets, and to what.
 *
 * @param column the column; null where something else is assigned to
 * @param target how the column is written
 * @param value how its value is written
 */
record CrudValue(@Nullable DmlColumn column, Fragment target, Fragment value) {}
