package dev.brine.mapping;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Grouping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A join condition and which occurrences of columns in it are {@code remote()} and {@code
 * foreign()}. SQLAlchemy annotates the columns; here they are told apart by identity: each
 * occurrence of a column between AND and comparisons is an object of its own.
 */
final class MarkedCondition {

  private final ColumnElement expression;
  final Set<ColumnElement> remote = identitySet();
  final Set<ColumnElement> foreign = identitySet();

  private MarkedCondition(ColumnElement expression) {
    this.expression = expression;
  }

  static MarkedCondition of(
      ColumnElement expression,
      Collection<? extends ColumnElement> remote,
      Collection<? extends ColumnElement> foreign) {
    Set<ColumnElement> wasRemote = identitySet();
    wasRemote.addAll(remote);
    Set<ColumnElement> wasForeign = identitySet();
    wasForeign.addAll(foreign);
    List<ColumnElement> nowRemote = new ArrayList<>();
    List<ColumnElement> nowForeign = new ArrayList<>();
    ColumnElement fresh =
        fresh(
            expression,
            (before, after) -> {
              if (wasRemote.contains(before)) {
                nowRemote.add(after);
              }
              if (wasForeign.contains(before)) {
                nowForeign.add(after);
              }
            });
    MarkedCondition condition = new MarkedCondition(fresh);
    condition.remote.addAll(nowRemote);
    condition.foreign.addAll(nowForeign);
    // What stands deeper than comparisons was not made anew.
    condition.remote.addAll(wasRemote);
    condition.foreign.addAll(wasForeign);
    condition.remote.retainAll(asIdentitySet(condition.columns()));
    condition.foreign.retainAll(asIdentitySet(condition.columns()));
    return condition;
  }

  /** The same with occurrences of its own, to be marked further. */
  MarkedCondition copy() {
    return of(expression, remote, foreign);
  }

  private interface Renewal {
    void renewed(ColumnElement before, ColumnElement after);
  }

  private static ColumnElement fresh(ColumnElement element, Renewal renewal) {
    if (element instanceof BooleanClauseList list) {
      return new BooleanClauseList(
          list.operator(), list.clauses().stream().map(each -> fresh(each, renewal)).toList());
    }
    if (element instanceof BinaryExpression binary) {
      return new BinaryExpression(
          fresh(binary.left(), renewal),
          binary.operator(),
          fresh(binary.right(), renewal),
          binary.type(),
          binary.negate(),
          binary.modifiers());
    }
    if (element instanceof Grouping grouping) {
      return new Grouping(fresh(grouping.element(), renewal), grouping.type());
    }
    if (!(element instanceof ColumnRef column)) {
      return element;
    }
    ColumnRef copy =
        new ColumnRef(
            column.table(),
            column.name(),
            column.key(),
            column.type(),
            column.isLiteral(),
            column.occurrence());
    renewal.renewed(column, copy);
    return copy;
  }

  ColumnElement expression() {
    return expression;
  }

  /** Every occurrence of a column, in the order of the text. */
  List<ColumnElement> columns() {
    List<ColumnElement> all = new ArrayList<>();
    collectColumns(expression, all);
    return all;
  }

  private static void collectColumns(ClauseElement element, List<ColumnElement> all) {
    if (element instanceof ColumnRef column) {
      all.add(column);
    } else {
      element.children().forEach(child -> collectColumns(child, all));
    }
  }

  /** Every operator with two operands, the outer before the inner. */
  List<BinaryExpression> binaries() {
    List<BinaryExpression> all = new ArrayList<>();
    collectBinaries(expression, all);
    return all;
  }

  private static void collectBinaries(ClauseElement element, List<BinaryExpression> all) {
    if (element instanceof BinaryExpression binary) {
      all.add(binary);
    }
    element.children().forEach(child -> collectBinaries(child, all));
  }

  void markRemote(Predicate<ColumnElement> which) {
    columns().stream().filter(which).forEach(remote::add);
  }

  void markForeign(Predicate<ColumnElement> which) {
    columns().stream().filter(which).forEach(foreign::add);
  }

  static Set<ColumnElement> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static Set<ColumnElement> asIdentitySet(Collection<ColumnElement> elements) {
    Set<ColumnElement> set = identitySet();
    set.addAll(elements);
    return set;
  }
}
