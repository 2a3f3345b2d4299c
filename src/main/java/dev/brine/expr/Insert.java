package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT: SQLAlchemy's {@code Insert}, and those of its dialects. The methods that build one are
 * in {@link InsertMethods}.
 *
 * @param flavour which of SQLAlchemy's classes it is
 * @param table what rows are added to
 * @param values what columns are set to; null where nothing was said
 * @param rows the rows of an INSERT of many; empty for one of a single row
 * @param selectNames the columns that {@code from_select()} fills; null for none
 * @param select where {@code from_select()} takes rows from
 * @param includesDefaults whether columns with a default that {@code from_select()} leaves out are
 *     set to it
 * @param isInline whether the keys of the rows are of no interest
 * @param onConflict what happens to a row that is there already; null for an error
 * @param rowAlias the name for the row to be inserted, {@code excluded} or {@code inserted}; null
 *     where it is not spoken of
 */
public record Insert(
    InsertFlavour flavour,
    FromClause table,
    @Nullable List<Assignment> values,
    List<ValuesRow> rows,
    @Nullable List<String> selectNames,
    @Nullable Statement select,
    boolean includesDefaults,
    boolean isInline,
    @Nullable OnConflict onConflict,
    @Nullable FromClause rowAlias,
    DmlClauses clauses)
    implements DmlStatement<Insert>, InsertMethods {

  public Insert {
    Objects.requireNonNull(flavour, "flavour");
    Objects.requireNonNull(table, "table");
    values = values == null ? null : List.copyOf(values);
    rows = List.copyOf(rows);
    selectNames = selectNames == null ? null : List.copyOf(selectNames);
    Objects.requireNonNull(clauses, "clauses");
    if ((selectNames == null) != (select == null)) {
      throw new IllegalArgumentException("a SELECT needs the names of the columns it fills");
    }
  }

  static Insert into(InsertFlavour flavour, FromClause table) {
    String alias = flavour.rowAlias();
    return new Insert(
        flavour,
        table,
        null,
        List.of(),
        null,
        null,
        true,
        false,
        null,
        alias == null ? null : Alias.of(table, alias),
        DmlClauses.of(table));
  }

  @Override
  public Insert withClauses(DmlClauses changed) {
    return new Insert(
        flavour,
        table,
        values,
        rows,
        selectNames,
        select,
        includesDefaults,
        isInline,
        onConflict,
        rowAlias,
        changed);
  }

  /** The same with other values, or other rows of such. */
  public Insert withValues(@Nullable List<Assignment> changed, List<ValuesRow> changedRows) {
    return new Insert(
        flavour,
        table,
        changed,
        changedRows,
        selectNames,
        select,
        includesDefaults,
        isInline,
        onConflict,
        rowAlias,
        clauses);
  }

  Insert withSelect(List<String> names, Statement rowSource, boolean withDefaults) {
    return new Insert(
        flavour,
        table,
        values,
        rows,
        names,
        rowSource,
        withDefaults,
        true,
        onConflict,
        rowAlias,
        clauses);
  }

  Insert withInline(boolean on) {
    return new Insert(
        flavour,
        table,
        values,
        rows,
        selectNames,
        select,
        includesDefaults,
        on,
        onConflict,
        rowAlias,
        clauses);
  }

  Insert withOnConflict(OnConflict changed) {
    return new Insert(
        flavour,
        table,
        values,
        rows,
        selectNames,
        select,
        includesDefaults,
        isInline,
        changed,
        rowAlias,
        clauses);
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    children.add(table);
    if (values != null) {
      children.addAll(Assignment.children(values));
    }
    rows.forEach(row -> children.addAll(row.children()));
    if (select != null) {
      children.add(select);
    }
    if (onConflict != null) {
      children.addAll(onConflict.children());
    }
    children.addAll(clauses.children());
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitInsert(this);
  }
}
