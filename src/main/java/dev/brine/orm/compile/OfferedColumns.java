package dev.brine.orm.compile;

import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Select;
import dev.brine.expr.SelectStatementGrouping;
import dev.brine.expr.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that a subquery of the ORM offers, among those that it selects once it is compiled.
 * They are what each attribute of its entities stands for, as {@code
 * ORMSelectCompileState.all_selected_columns} tells (rel_2_0_58, {@code orm/context.py}): the key
 * of a class with several tables comes once for each table and class, or in 1.4 once for each
 * class. What is compiled selects each column of the tables once.
 */
final class OfferedColumns {

  private final List<ColumnRef> before;
  private final List<ColumnRef> after;
  private final List<ElementKey> meant;
  private final Map<ElementKey, Integer> places = new HashMap<>();

  OfferedColumns(AliasedReturnsRows before, AliasedReturnsRows after) {
    this.before = before.columns();
    this.after = after.columns();
    this.meant = keys(before.source());
    List<ElementKey> selected = keys(after.source());
    for (int i = 0; i < selected.size(); i++) {
      places.putIfAbsent(selected.get(i), i);
    }
  }

  private static List<ElementKey> keys(ClauseElement source) {
    List<ElementKey> keys = new ArrayList<>();
    if (source instanceof Statement statement) {
      for (ColumnElement column : statement.selectedColumns()) {
        keys.add(ElementKey.of(SelectState.bare(column)));
      }
    }
    return keys;
  }

  /** What a column of the subquery is now. */
  ColumnRef of(ColumnRef column) {
    int index = index(before, column);
    Integer place = index < 0 || !isComplete() ? null : places.get(meant.get(index));
    if (place != null) {
      return isRepeated(index)
          ? repeated(after.get(place), after.size() + index)
          : after.get(place);
    }
    return index(after, column) < 0 && index >= 0 && index < after.size()
        ? after.get(index)
        : column;
  }

  private boolean isComplete() {
    return meant.size() == before.size();
  }

  /** Those of what is compiled that are offered at all. */
  List<ColumnRef> all() {
    return isComplete() && places.keySet().containsAll(meant)
        ? meant.stream().map(places::get).distinct().map(after::get).toList()
        : after;
  }

  private boolean isRepeated(int index) {
    return meant.indexOf(meant.get(index)) < index;
  }

  /** Another column of the same name, as one that is selected twice is offered. */
  private static ColumnRef repeated(ColumnRef column, int occurrence) {
    return new ColumnRef(
        column.table(), column.name(), column.key(), column.type(), column.isLiteral(), occurrence);
  }

  private static int index(List<ColumnRef> columns, ColumnRef column) {
    for (int i = 0; i < columns.size(); i++) {
      ColumnRef each = columns.get(i);
      if (each.key().equals(column.key()) && each.occurrence() == column.occurrence()) {
        return i;
      }
    }
    return -1;
  }

  /** The same with the columns of a subquery in its place, before these are compiled. */
  static Select spelledOut(Select select) {
    if (select.columns().stream().noneMatch(OfferedColumns::isOfOrm)) {
      return select;
    }
    List<ClauseElement> columns = new ArrayList<>();
    for (ClauseElement each : select.columns()) {
      if (isOfOrm(each)) {
        columns.addAll(((AliasedReturnsRows) each).columns());
      } else {
        columns.add(each);
      }
    }
    return select.toBuilder().columns(columns).build();
  }

  /** Whether it is a subquery of the ORM. */
  static boolean isOfOrm(ClauseElement element) {
    return element instanceof AliasedReturnsRows from
        && from.source() instanceof Statement statement
        && isOfOrm(statement);
  }

  private static boolean isOfOrm(Statement statement) {
    if (statement instanceof SelectStatementGrouping grouping) {
      return isOfOrm(grouping.element());
    }
    if (statement instanceof CompoundSelect compound) {
      return isOfOrm(compound.selects().get(0));
    }
    return statement instanceof Select select && select.options().orm().isOrm();
  }
}
