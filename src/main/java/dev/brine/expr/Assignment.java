package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column and what it is set to: an item of {@code values()}, {@code ordered_values()} or {@code
 * set_=}.
 *
 * @param name what Python code calls the column by; null where an expression says it
 * @param column the column, or what can be assigned to besides, such as an item of an array; null
 *     where a name says it
 * @param value a {@link ColumnElement}, or a plain value, which becomes a parameter only when the
 *     statement is compiled; null is NULL
 */
public record Assignment(
    @Nullable String name, @Nullable ColumnElement column, @Nullable Object value) {

  public Assignment {
    if ((name == null) == (column == null)) {
      throw new IllegalArgumentException("an assignment has either a name or a column");
    }
  }

  /** {@code {"name": value}}. */
  public static Assignment of(String name, @Nullable Object value) {
    return new Assignment(Objects.requireNonNull(name, "name"), null, value);
  }

  /** {@code {table.c.name: value}}. */
  public static Assignment of(ColumnElement column, @Nullable Object value) {
    return new Assignment(null, Objects.requireNonNull(column, "column"), value);
  }

  /** The key of the column; null where it is assigned to something else than a column. */
  public @Nullable String key() {
    if (name != null) {
      return name;
    }
    return column instanceof ColumnRef ref ? ref.key() : null;
  }

  /** The value as an expression; null where it is a plain one. */
  public @Nullable ColumnElement expression() {
    return value instanceof ColumnElement element ? element : null;
  }

  Assignment withValue(@Nullable Object changed) {
    return new Assignment(name, column, changed);
  }

  /** The elements of many. */
  static List<ClauseElement> children(Collection<Assignment> assignments) {
    List<ClauseElement> children = new ArrayList<>();
    for (Assignment assignment : assignments) {
      if (assignment.column != null) {
        children.add(assignment.column);
      }
      if (assignment.expression() != null) {
        children.add(assignment.expression());
      }
    }
    return children;
  }
}
