package dev.brine.mapping;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.Lineage;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the tables of a mapping: rel_2_0_58, {@code sql/util.py}, selectable.py. */
final class Selectables {

  private Selectables() {}

  /** The tables and subqueries that joins are made of: {@code surface_selectables}. */
  static List<FromClause> surface(FromClause from) {
    List<FromClause> all = new ArrayList<>();
    if (from instanceof Join join) {
      all.addAll(surface(join.left()));
      all.addAll(surface(join.right()));
    } else if (from instanceof FromGrouping grouping) {
      all.addAll(surface(grouping.element()));
    } else {
      all.add(from);
    }
    return all;
  }

  static boolean overlap(FromClause one, FromClause other) {
    List<FromClause> others = surface(other);
    return surface(one).stream()
        .anyMatch(each -> others.stream().anyMatch(o -> o.identity() == each.identity()));
  }

  /**
   * Whether the rows of a FROM element come from a table, however deep: {@code is_derived_from}.
   */
  static boolean isDerived(ClauseElement from, @Nullable FromClause table) {
    if (table == null) {
      return false;
    }
    return (from instanceof FromClause same && same.identity() == table.identity())
        || from.children().stream().anyMatch(child -> isDerived(child, table));
  }

  /** Whether it is a column of the FROM element, or of one that it joins. */
  static boolean contains(FromClause from, ColumnElement element) {
    if (!(element instanceof ColumnRef column)) {
      return false;
    }
    FromClause table = column.table();
    return table != null
        && surface(from).stream().anyMatch(each -> each.identity() == table.identity());
  }

  /**
   * The column of a FROM element that stands for another column, or is it: {@code
   * corresponding_column}; null for none.
   */
  static @Nullable ColumnElement corresponding(FromClause from, ColumnElement column) {
    if (contains(from, column)) {
      return column;
    }
    return from.columns().stream()
        .filter(each -> Lineage.isShared(each, column))
        .findFirst()
        .orElse(null);
  }

  /** The column of the metadata that this is; null for a column of a subquery or an expression. */
  static @Nullable Column tableColumn(ColumnElement element) {
    return element instanceof ColumnRef column && column.table() instanceof TableRef table
        ? table.table().findColumn(column.key())
        : null;
  }

  /** A FROM element as a message names it. */
  static String describe(FromClause from) {
    if (from instanceof TableRef table) {
      return "'" + table.table().key() + "'";
    }
    if (from instanceof Join join) {
      return describe(join.left()) + " JOIN " + describe(join.right());
    }
    return from.qualifier() == null ? "a subquery" : "'" + from.qualifier().text() + "'";
  }
}
