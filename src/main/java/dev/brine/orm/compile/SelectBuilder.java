package dev.brine.orm.compile;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Correlation;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.LabelReference;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Select;
import dev.brine.expr.SelectTail;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.Subquery;
import dev.brine.mapping.OrmRelease;
import dev.brine.sql.ClauseAdapter;
import dev.brine.sql.ColumnAdapter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the SELECT of Core when all of its parts are known: {@code _simple_statement} and {@code
 * _compound_eager_statement} (rel_2_0_52, {@code orm/context.py}).
 */
final class SelectBuilder {

  private final SelectState state;
  private final Select select;

  SelectBuilder(SelectState state) {
    this.state = state;
    this.select = state.select;
  }

  SelectResult build() {
    boolean wraps = state.joinedLoads.needsWrapping() && isLimited(select);
    return wraps ? wrapped() : plain();
  }

  /** Whether joins would change which rows the statement gives: {@code _should_nest_selectable}. */
  static boolean isLimited(Select select) {
    return select.limit() != null
        || select.offset() != null
        || select.isDistinct()
        || !select.distinctOn().isEmpty()
        || !select.groupBy().isEmpty();
  }

  private SelectResult plain() {
    List<ColumnElement> columns = new ArrayList<>(state.primaryColumns);
    columns.addAll(orderedBy());
    columns.addAll(state.secondaryColumns);
    List<From> joins = state.joinedLoads.froms();
    List<From> froms = new ArrayList<>(state.froms);
    // What a class with others is selected from is made anew each time it is asked for.
    froms.removeIf(
        from ->
            from.clause() instanceof Join
                && joins.stream()
                    .anyMatch(join -> OrmJoins.isPresent(from.clause(), join.clause())));
    froms.addAll(joins);
    Select statement = inner(columns, froms);
    if (!state.joinedLoads.orderBy.isEmpty()) {
      statement = statement.orderBy(state.joinedLoads.orderBy.toArray());
    }
    return new SelectResult(statement, null);
  }

  /** What a DISTINCT Query of a release that adds it is ordered by and does not select. */
  private List<ColumnElement> orderedBy() {
    OrmRelease release = FromOrder.release(select);
    boolean isAdded =
        select.isDistinct()
            && select.distinctOn().isEmpty()
            && release != null
            && release.selectsOrderOfDistinct()
            && Boolean.TRUE.equals(
                select.options().orm().compileOptions().get("_use_legacy_query_style"));
    return isAdded
        ? OrderColumns.missing(state.primaryColumns, state.adapter.adaptAll(select.orderBy()))
        : List.of();
  }

  private Select inner(List<ColumnElement> columns, List<From> froms) {
    SelectTail tail = select.tail();
    StatementOptions options = select.options().withOrm(OrmOptions.NONE);
    Select made =
        select.toBuilder()
            .columns(List.<ClauseElement>copyOf(columns))
            .from(froms.stream().map(From::clause).toList())
            .setupJoins(List.of())
            .where(state.where)
            .having(state.adapter.adaptAll(select.having()))
            .distinctOn(state.adapter.adaptAll(select.distinctOn()))
            .correlation(correlation(select.correlation()))
            .tail(
                tail.withGroupBy(state.adapter.adaptAll(tail.groupBy()))
                    .withOrderBy(state.adapter.adaptAll(tail.orderBy())))
            .labelStyle(state.settings.labelStyle())
            .options(options)
            .build();
    return FromOrder.ordered(made, FromOrder.release(select));
  }

  /** A class that is mapped to a join is left to the statement around by its tables. */
  private Correlation correlation(Correlation given) {
    List<FromClause> except = given.except();
    return new Correlation(
        surface(given.to()), except == null ? null : surface(except), given.isAutomatic());
  }

  private List<FromClause> surface(List<FromClause> froms) {
    List<FromClause> all = new ArrayList<>();
    froms.forEach(from -> addSurface(state.from(from).clause(), all));
    return all;
  }

  private static void addSurface(FromClause from, List<FromClause> all) {
    all.add(from);
    if (from instanceof Join join) {
      addSurface(join.left(), all);
      addSurface(join.right(), all);
    } else if (from instanceof FromGrouping grouping) {
      addSurface(grouping.element(), all);
    }
  }

  /** The statement as a subquery, to which the joined loads are joined. */
  private SelectResult wrapped() {
    List<ColumnElement> order =
        state.adapter.adaptAll(select.orderBy()).stream().map(SelectBuilder::unwrapped).toList();
    List<ColumnElement> columns = new ArrayList<>(state.primaryColumns);
    for (ColumnElement column : OrderColumns.missing(state.primaryColumns, order)) {
      if (!state.selected.contains(ElementKey.of(column))) {
        columns.add(column);
      }
    }
    Subquery inner = inner(columns, state.froms).subquery();
    ColumnAdapter adapter =
        ColumnAdapter.of(
            ClauseAdapter.to(
                inner, ClauseAdapter.Rules.DEFAULT.equivalents(state.allEquivalents())));
    List<ClauseElement> outer = new ArrayList<>(List.of(inner));
    outer.addAll(state.secondaryColumns);
    List<ColumnElement> outerOrder = new ArrayList<>(adapter.adapter().adaptAll(order));
    outerOrder.addAll(state.joinedLoads.orderBy);
    Select statement =
        new Select.Builder()
            .columns(outer)
            .from(List.of(spliced(inner)))
            .labelStyle(state.settings.labelStyle())
            .options(
                StatementOptions.NONE.withExecutionOptions(select.options().executionOptions()))
            .build()
            .orderBy(outerOrder.toArray());
    ForUpdate lock = select.tail().forUpdate();
    return new SelectResult(
        lock != null && lock.of().isEmpty() ? statement.withForUpdate(lock) : statement, adapter);
  }

  private static ColumnElement unwrapped(ColumnElement element) {
    return element instanceof LabelReference reference ? reference.element() : element;
  }

  /** The joins of the loads, with the subquery in the place of what it stands for. */
  private FromClause spliced(Subquery inner) {
    ClauseAdapter adapter = ClauseAdapter.to(inner);
    List<From> joins = state.joinedLoads.froms();
    List<FromClause> points = state.joinedLoads.splicePoints();
    FromClause from = inner;
    for (int i = 0; i < joins.size(); i++) {
      ClauseAdapter current = i == 0 ? adapter : ClauseAdapter.to(from);
      from = spliced(joins.get(i).clause(), points.get(i), current);
    }
    return from;
  }

  private static FromClause spliced(FromClause clause, FromClause stop, ClauseAdapter adapter) {
    if (clause instanceof Join join && !join.equals(stop)) {
      return new Join(
          spliced(join.left(), stop, adapter),
          join.right(),
          // Criteria are the same in each place.
          adapter.keepingBinds().adapt(join.onclause()),
          join.isOuter(),
          join.isFull());
    }
    return adapter.adapt(clause);
  }
}
