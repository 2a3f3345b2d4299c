package dev.brine.sql;

import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import java.util.Objects;

/**
 * What running a compiled statement changes, and what it tells of it.
 *
 * @param table what rows are added to, changed in or removed from
 * @param isInsert whether rows are added
 * @param returnsRows whether the statement was asked to return rows
 * @param returnsKey whether it returns what it was not asked for: the key of the new row, and
 *     defaults
 * @param fetchesLastRowId whether the key of the new row is to be asked for after it
 */
public record Change(
    FromClause table,
    boolean isInsert,
    boolean returnsRows,
    boolean returnsKey,
    boolean fetchesLastRowId) {

  public Change {
    Objects.requireNonNull(table, "table");
  }

  static Change of(DmlStatement<?> statement, ReturningPlan plan) {
    return new Change(
        statement.table(),
        statement instanceof Insert,
        !statement.clauses().returning().isEmpty(),
        !plan.returned().isEmpty(),
        plan.fetchesLastRowId());
  }
}
