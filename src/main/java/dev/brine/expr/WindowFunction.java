package dev.brine.expr;

import java.util.List;

/**
 * What can be given a FILTER or a window: a function, or one that has a FILTER or an order of its
 * rows already. All methods give a new element.
 */
public sealed interface WindowFunction
    permits FunctionCall, FunctionFilter, FunctionOrderBy, NextValue, WithinGroup {

  /** {@code over()}: over all rows, until the result is told otherwise. */
  default Over over() {
    return new Over((ColumnElement) this, List.of(), List.of(), null);
  }

  /** {@code filter(criterion, …)}: of the rows that meet all criteria alone. */
  default FunctionFilter filter(ColumnElement criterion, ColumnElement... more) {
    FunctionFilter filter = new FunctionFilter((ColumnElement) this, criterion);
    for (ColumnElement each : more) {
      filter = filter.filter(each);
    }
    return filter;
  }
}
