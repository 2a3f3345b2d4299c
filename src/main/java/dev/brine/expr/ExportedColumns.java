package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns that a statement, or another FROM element, offers under a name: SQLAlchemy's {@code
 * _generate_fromclause_column_proxies} and {@code _make_proxy} (rel_2_0_52, {@code
 * sql/selectable.py}, {@code sql/elements.py}).
 *
 * <p>A column without a name has an anonymous one here that says only that: what is printed for it
 * is known when the statement is compiled; see {@link ElementNames}.
 */
final class ExportedColumns {

  private ExportedColumns() {}

  static List<ColumnRef> of(AliasedReturnsRows owner) {
    ClauseElement source = owner.source();
    if (source instanceof Join join) {
      return ofJoin(owner, join.columns());
    }
    if (source instanceof FromClause from) {
      return from.columns().stream().map(column -> column.of(owner)).toList();
    }
    if (!(source instanceof Statement statement)) {
      return List.of();
    }
    ElementNames names = new ElementNames();
    List<SelectedColumn> selected = named(statement, names);
    List<ColumnRef> columns = new ArrayList<>(selected.size());
    Map<String, Integer> occurrences = new HashMap<>();
    for (SelectedColumn each : selected) {
      int occurrence = occurrences.merge(each.key(), 1, Integer::sum) - 1;
      columns.add(proxy(owner, each, names, columns.size(), occurrence));
    }
    return columns;
  }

  /** Those of both sides of a join may have one key. */
  private static List<ColumnRef> ofJoin(FromClause owner, List<ColumnRef> columns) {
    List<ColumnRef> offered = new ArrayList<>(columns.size());
    Map<String, Integer> occurrences = new HashMap<>();
    for (ColumnRef each : columns) {
      int occurrence = occurrences.merge(each.key(), 1, Integer::sum) - 1;
      offered.add(
          new ColumnRef(owner, each.name(), each.key(), each.type(), each.isLiteral(), occurrence));
    }
    return offered;
  }

  /**
   * What a statement selects, with the names under which something else may select it; text is
   * selected, but cannot be selected from.
   */
  static List<SelectedColumn> named(Statement statement, ElementNames names) {
    return new SelectNames(names, style(statement))
        .exported(statement.selectedColumns()).stream()
            .filter(selected -> !(selected.element() instanceof TextClause))
            .toList();
  }

  /** Of a UNION, it is the first SELECT that names the columns. */
  private static LabelStyle style(Statement statement) {
    if (statement instanceof CompoundSelect compound
        && compound.labelStyle() == LabelStyle.DISAMBIGUATE_ONLY) {
      return style(compound.selects().get(0));
    }
    return statement instanceof SelectStatementGrouping grouping
        ? style(grouping.element())
        : statement.labelStyle();
  }

  private static ColumnRef proxy(
      FromClause owner, SelectedColumn selected, ElementNames names, int index, int occurrence) {
    ColumnElement element = selected.element();
    LabelName name = selected.exportedName(names);
    boolean isLiteral =
        element instanceof ColumnRef column && column.isLiteral() && selected.required() == null;
    return new ColumnRef(
        owner,
        name.isTemplate() ? AnonymousName.of(index, "anon") : name.asName(),
        selected.key(),
        element.type(),
        isLiteral,
        occurrence);
  }

  /** What a column stands for; nothing if there is no such column. */
  static List<ColumnElement> proxies(AliasedReturnsRows owner, ColumnRef column) {
    ClauseElement source = owner.source();
    if (source instanceof FunctionCall call) {
      return List.of(call);
    }
    boolean isNumbered = source instanceof FromClause && !(source instanceof Join);
    List<ColumnRef> columns = isNumbered ? ((FromClause) source).columns() : owner.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isAlike(column)) {
        return source instanceof FromClause from
            ? List.of(from.columns().get(i))
            : at((Statement) source, i).toList();
      }
    }
    return List.of();
  }

  /** The values in one column, one for each SELECT of a UNION. */
  private static Stream<ColumnElement> at(Statement statement, int index) {
    if (statement instanceof CompoundSelect compound) {
      return compound.selects().stream().flatMap(select -> at(select, index));
    }
    List<ColumnElement> columns =
        statement.selectedColumns().stream()
            .filter(column -> !(column instanceof TextClause))
            .toList();
    return index < columns.size() ? Stream.of(columns.get(index)) : Stream.empty();
  }
}
