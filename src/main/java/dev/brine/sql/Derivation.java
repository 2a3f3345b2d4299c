package dev.brine.sql;

import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import dev.brine.expr.Select;
import dev.brine.expr.SelectStatementGrouping;
import java.util.ArrayList;
import java.util.List;

/** Whether rows come from a FROM element: SQLAlchemy's {@code is_derived_from}. */
public final class Derivation {

  private Derivation() {}

  /** Whether the rows of an element come from another, perhaps among others. */
  public static boolean isDerived(ClauseElement element, FromClause ancestor) {
    if (element instanceof FromClause from && ElementKey.of(from).equals(ElementKey.of(ancestor))) {
      return true;
    }
    return sources(element).stream().anyMatch(source -> isDerived(source, ancestor));
  }

  private static List<? extends ClauseElement> sources(ClauseElement element) {
    if (element instanceof Join join) {
      return List.of(join.left(), join.right());
    }
    if (element instanceof FromGrouping grouping) {
      return List.of(grouping.element());
    }
    if (element instanceof AliasedReturnsRows named) {
      return List.of(named.source());
    }
    if (element instanceof CompoundSelect compound) {
      return compound.selects();
    }
    if (element instanceof SelectStatementGrouping grouping) {
      return List.of(grouping.element());
    }
    return element instanceof Select select ? sources(select) : List.of();
  }

  private static List<FromClause> sources(Select select) {
    List<FromClause> sources = new ArrayList<>(select.from());
    sources.addAll(FromObjects.of(select.columns()));
    sources.addAll(FromObjects.of(select.where()));
    return sources;
  }
}
