package dev.brine.expr;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
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
        flat.addAll(mapped.entity().selectedColumns());
      } else if (entry instanceof AliasedEntity aliased && aliased.entity().isMapped()) {
        flat.addAll(EntityAttributes.columns(aliased));
      } else if (entry instanceof ColumnElement column) {
        flat.add(column);
      } else if (entry instanceof FromClause from) {
        flat.addAll(from.columns());
      } else {
        throw notSelected(entry);
      }
    }
    return flat;
  }

  /** Up to 1.3 a SELECT was itself something to select from, without a name. */
  private static UnsupportedConstructException notSelected(ClauseElement entry) {
    String what = entry.getClass().getSimpleName();
    return new UnsupportedConstructException(
        "%s cannot be a column, as up to SQLAlchemy 1.3 it could".formatted(Wording.a(what)),
        "select a scalar_subquery(), or the columns of a subquery()");
  }
}
