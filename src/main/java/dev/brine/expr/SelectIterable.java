package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * What an entry of a select list, or of RETURNING, stands for: the columns of a FROM element, the
 * items of a list, or itself; {@code _select_iterable} (rel_2_0_52, {@code sql/elements.py}).
 */
final class SelectIterable {

  private SelectIterable() {}

  static List<ColumnElement> of(List<? extends ClauseElement> entries) {
    List<ColumnElement> flat = new ArrayList<>();
    for (ClauseElement entry : entries) {
      if (entry instanceof ClauseList list) {
        flat.addAll(of(list.clauses()));
      } else if (entry instanceof Bundle bundle) {
        flat.addAll(of(bundle.expressions()));
      } else if (entry instanceof MappedClass mapped) {
        mapped.entity().columns().forEach(column -> flat.add(column.expression()));
      } else if (entry instanceof ColumnElement column) {
        flat.add(column);
      } else {
        flat.addAll(((FromClause) entry).columns());
      }
    }
    return flat;
  }
}
