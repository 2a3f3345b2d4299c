package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the rows of an INSERT of many: an item of {@code values([…])}. */
public sealed interface ValuesRow {

  /** Its expressions, and the columns they are for. */
  List<ClauseElement> children();

  /** {@code {"id": 1, "name": "x"}}. */
  record OfColumns(List<Assignment> assignments) implements ValuesRow {
    public OfColumns {
      assignments = List.copyOf(assignments);
    }

    @Override
    public List<ClauseElement> children() {
      return Assignment.children(assignments);
    }
  }

  /**
   * {@code (1, "x")}: values for the table's columns from the first one on.
   *
   * @param values each a {@link ColumnElement} or a plain value
   * @param isTuple whether it is a tuple rather than a list
   */
  record InOrder(List<@Nullable Object> values, boolean isTuple) implements ValuesRow {
    public InOrder {
      // Not List.copyOf, as there may be nulls among the values.
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public List<ClauseElement> children() {
      return values.stream()
          .filter(ClauseElement.class::isInstance)
          .map(ClauseElement.class::cast)
          .toList();
    }
  }
}
