package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What running a compiled statement changes, and what it tells of it.
 *
 * @param table what rows are added to, changed in or removed from
 * @param isInsert whether rows are added
 * @param returnsRows whether the statement was asked to return rows
 * @param returnedKeys the keys of the columns that it returns although it was not asked to, in
 *     order: that of the new row, and defaults; empty for what is no column
 * @param fetchesLastRowId whether the key of the new row is to be asked for after it
 */
public record Change(
    FromClause table,
    boolean isInsert,
    boolean returnsRows,
    List<String> returnedKeys,
    boolean fetchesLastRowId) {

  public Change {
    Objects.requireNonNull(table, "table");
    returnedKeys = List.copyOf(returnedKeys);
  }

  static Change of(DmlStatement<?> statement, ReturningPlan plan) {
    List<String> keys = new ArrayList<>();
    for (ColumnElement element : plan.returned()) {
      keys.add(element instanceof ColumnRef column ? column.key() : "");
    }
    return new Change(
        statement.table(),
        statement instanceof Insert,
        !statement.clauses().returning().isEmpty(),
        keys,
        plan.fetchesLastRowId());
  }

  /** Whether running it gives rows, asked for or not. */
  public boolean hasRows() {
    return returnsRows || !returnedKeys.isEmpty();
  }
}
