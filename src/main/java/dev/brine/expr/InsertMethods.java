package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an INSERT is built; each method gives a changed copy. */
public sealed interface InsertMethods permits Insert {

  /**
   * {@code values({column: value, …})}: sets columns, given by key or as elements, beside those
   * that are set already.
   */
  default Insert values(Map<?, ?> columns) {
    Insert insert = (Insert) this;
    refuseSelect("values");
    Map<?, ?> resolved = Assignments.resolved(insert.table(), columns);
    return insert.withValues(Assignments.merged(insert.values(), resolved), insert.rows());
  }

  /** {@code values(column=value)}: one column beside those that are set already. */
  default Insert value(Object column, @Nullable Object value) {
    return values(Assignments.single(column, value));
  }

  /** {@code values((a, b, …))}: values for the table's columns from the first one on. */
  default Insert valuesInOrder(@Nullable Object... values) {
    List<ColumnRef> columns = ((Insert) this).table().columns();
    if (values.length > columns.size()) {
      throw new UsageException(
          "there are %d values for %d columns".formatted(values.length, columns.size()), null);
    }
    Map<String, @Nullable Object> byKey = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      byKey.put(columns.get(i).key(), values[i]);
    }
    return values(byKey);
  }

  /**
   * {@code values([{…}, {…}])}: many rows, beside those that are there already. The first one says
   * which columns are set.
   *
   * @param rows each a Map, by keys or elements, or a List of values for the table's columns
   */
  default Insert values(List<?> rows) {
    Insert insert = (Insert) this;
    refuseSelect("values");
    List<ValuesRow> all = new ArrayList<>(insert.rows());
    rows.forEach(row -> all.add(row(row)));
    return insert.withValues(insert.values(), all);
  }

  private static ValuesRow row(@Nullable Object row) {
    if (row instanceof Map<?, ?> columns) {
      return new ValuesRow.OfColumns(Assignments.plain(columns));
    }
    if (row instanceof List<?> values) {
      List<@Nullable Object> canonical = new ArrayList<>();
      values.forEach(
          value ->
              canonical.add(value instanceof ClauseElement ? value : Assignments.canonical(value)));
      return new ValuesRow.InOrder(canonical, true);
    }
    throw new UsageException("a row is neither a Map nor a List: " + row, null);
  }

  /** {@code from_select(names, select)}. */
  default Insert fromSelect(List<String> names, Statement select) {
    return fromSelect(names, select, true);
  }

  /** {@code from_select(names, select, include_defaults)}. */
  default Insert fromSelect(List<String> names, Statement select, boolean includeDefaults) {
    Insert insert = (Insert) this;
    if (insert.values() != null || !insert.rows().isEmpty()) {
      throw new UsageException("this INSERT already inserts values", "insert either of the two");
    }
    return insert.withSelect(names, select, includeDefaults);
  }

  private void refuseSelect(String method) {
    if (((Insert) this).select() != null) {
      throw new UsageException(
          "this INSERT takes its rows from a SELECT", "leave out " + method + "()");
    }
  }

  /** {@code inline()}: the keys of the new rows are not asked for. */
  default Insert inline() {
    return ((Insert) this).withInline(true);
  }

  /** {@code returning(…, sort_by_parameter_order=True)}. */
  default Insert sortByParameterOrder() {
    Insert insert = (Insert) this;
    return insert.withClauses(insert.clauses().sortedByParameterOrder(true));
  }

  /** PostgreSQL's and SQLite's {@code on_conflict_do_nothing()}: of whatever kind the conflict. */
  default Insert onConflictDoNothing() {
    return onConflictDoNothing(OnConflict.Target.ANY);
  }

  /** {@code on_conflict_do_nothing(…)}. */
  default Insert onConflictDoNothing(OnConflict.Target target) {
    return conflict(new OnConflict.DoNothing(target));
  }

  /**
   * {@code on_conflict_do_update(…, set_=columns)}.
   *
   * @param columns by keys or elements; values may be of {@link #excluded}
   */
  default Insert onConflictDoUpdate(OnConflict.Target target, Map<?, ?> columns) {
    return conflict(new OnConflict.DoUpdate(target, Assignments.plain(columns), null));
  }

  /** {@code on_conflict_do_update(…, set_=columns, where=condition)}. */
  default Insert onConflictDoUpdate(
      OnConflict.Target target, Map<?, ?> columns, ColumnElement where) {
    return conflict(new OnConflict.DoUpdate(target, Assignments.plain(columns), where));
  }

  /** MySQL's {@code on_duplicate_key_update({…})}: columns are set in the order of the table. */
  default Insert onDuplicateKeyUpdate(Map<?, ?> columns) {
    return duplicateKeyUpdate(columns, false);
  }

  /** MySQL's {@code on_duplicate_key_update([(…), …])}: columns are set in the order given. */
  default Insert onDuplicateKeyUpdateOrdered(Map<?, ?> columns) {
    return duplicateKeyUpdate(columns, true);
  }

  private Insert duplicateKeyUpdate(Map<?, ?> columns, boolean isOrdered) {
    return conflict(
        new OnConflict.DuplicateKeyUpdate(row("inserted"), Assignments.plain(columns), isOrdered));
  }

  private Insert conflict(OnConflict onConflict) {
    Insert insert = (Insert) this;
    if (insert.onConflict() != null) {
      throw new UsageException(
          "this INSERT already says what happens to a row that is there", "say it once");
    }
    boolean isOfMysql = onConflict instanceof OnConflict.DuplicateKeyUpdate;
    if (insert.flavour() == InsertFlavour.STANDARD
        || isOfMysql != (insert.flavour() == InsertFlavour.MYSQL)) {
      throw new UsageException(
          "an INSERT of the flavour %s has no such clause".formatted(insert.flavour()),
          "start with Sql.insert(InsertFlavour, table)");
    }
    return insert.withOnConflict(onConflict);
  }

  /**
   * {@code excluded.column}: a column of the row that was to be inserted, on PostgreSQL and SQLite.
   *
   * @throws UnresolvedReferenceException if the table has no such column
   */
  default ColumnRef excluded(String key) {
    return row("excluded").c(key);
  }

  /**
   * {@code inserted.column}: a column of the row that was to be inserted, on MySQL.
   *
   * @throws UnresolvedReferenceException if the table has no such column
   */
  default ColumnRef inserted(String key) {
    return row("inserted").c(key);
  }

  private FromClause row(String name) {
    Insert insert = (Insert) this;
    if (insert.rowAlias() != null && name.equals(insert.flavour().rowAlias())) {
      return insert.rowAlias();
    }
    throw new UsageException(
        "an INSERT of the flavour %s has nothing called %s".formatted(insert.flavour(), name),
        "start with Sql.insert(InsertFlavour, table)");
  }
}
