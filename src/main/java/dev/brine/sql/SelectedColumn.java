package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import org.jspecify.annotations.Nullable;

/**
 * An element of a select list and the names it may get: SQLAlchemy's {@code _ColumnsPlusNames}.
 *
 * @param required the label it must have; null if it can do without
 * @param fallback the label for an element that needs one because it has no name; null if it stands
 *     for itself
 */
record SelectedColumn(
    ColumnElement element, @Nullable LabelName required, @Nullable LabelName fallback) {}
