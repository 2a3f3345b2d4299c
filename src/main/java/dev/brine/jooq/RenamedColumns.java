package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Label;
import dev.brine.expr.Select;
import dev.brine.expr.SelectBase;
import dev.brine.expr.SelectStatementGrouping;
import dev.brine.expr.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of columns behind the name of a derived table or CTE. SQLAlchemy takes their names from
 * the labels of the (first) SELECT, so that is where they go.
 */
final class RenamedColumns {

  private RenamedColumns() {}

  /**
   * The query with its columns called thus.
   *
   * @param names as many as it has columns; none to leave them as they are
   */
  static SelectBase of(SelectBase query, List<String> names) {
    if (names.isEmpty()) {
      return query;
    }
    if (query instanceof Select select) {
      return renamed(select, names);
    }
    if (query instanceof CompoundSelect compound) {
      List<Statement> selects = new ArrayList<>(compound.selects());
      selects.set(0, of((SelectBase) selects.get(0), names));
      return new CompoundSelect(
          compound.keyword(), selects, compound.tail(), compound.labelStyle(), compound.options());
    }
    if (query instanceof SelectStatementGrouping grouping
        && grouping.element() instanceof SelectBase element) {
      return of(element, names).selfGroup();
    }
    throw new JooqImportException("a list of columns cannot be given to " + query);
  }

  private static Select renamed(Select select, List<String> names) {
    List<ColumnElement> columns = select.selectedColumns();
    if (columns.size() != names.size()) {
      throw new JooqImportException(
          "%d columns cannot be given %d names".formatted(columns.size(), names.size()));
    }
    List<ClauseElement> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ColumnElement column = columns.get(i);
      ColumnElement bare = column instanceof Label label ? label.element() : column;
      renamed.add(bare.label(names.get(i)));
    }
    return select.withOnlyColumns(renamed.toArray(ClauseElement[]::new));
  }
}
