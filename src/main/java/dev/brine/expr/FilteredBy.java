package dev.brine.expr;

import dev.brine.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Whose columns {@code filter_by()} names: {@code _filter_by_zero} (rel_2_0_52, {@code
 * sql/selectable.py}).
 */
final class FilteredBy {

  private FilteredBy() {}

  /** What was joined last, or else what is selected from first. */
  static FromClause entity(Select select) {
    ClauseElement element = first(select);
    if (element instanceof ColumnRef column && column.table() != null) {
      return column.table();
    }
    if (element instanceof FromClause from) {
      return from;
    }
    throw new UsageException(
        "filterBy() has nothing whose columns it could name",
        "select a column of a table first, or give where() a condition");
  }

  private static @Nullable ClauseElement first(Select select) {
    int joins = select.setupJoins().size();
    if (joins > 0) {
      return select.setupJoins().get(joins - 1).target();
    }
    if (!select.from().isEmpty()) {
      return select.from().get(0);
    }
    return select.columns().isEmpty() ? null : select.columns().get(0);
  }
}
