package dev.brine.expr;

import org.jspecify.annotations.Nullable;

/**
 * An element of a select list and the names it may get: SQLAlchemy's {@code _ColumnsPlusNames}.
 *
 * @param required the label it must have; null if it can do without
 * @param fallback the label for an element that needs one because it has no name; null if it stands
 *     for itself
 * @param key what it is filed under in the columns of what selects from the statement
 * @param isRepeated whether it was selected before
 */
public record SelectedColumn(
    ColumnElement element,
    @Nullable LabelName required,
    @Nullable LabelName fallback,
    String key,
    boolean isRepeated) {

  /** The name of the column that stands for it where something selects from the statement. */
  LabelName exportedName(ElementNames names) {
    if (required != null) {
      return required.shortened();
    }
    LabelName own = ElementNames.isNamed(element) ? names.name(element) : null;
    if (own == null) {
      return names.anonymous(element).shortened();
    }
    // Only the name of a label is kept at full length.
    return element instanceof Label ? own : own.shortened();
  }
}
