package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.Name;
import dev.brine.schema.NearestName;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something one can select from: SQLAlchemy's {@code FromClause}. */
public sealed interface FromClause extends ClauseElement
    permits AliasedReturnsRows,
        FromGrouping,
        FunctionCall,
        Join,
        Opaque,
        OrmEntity,
        OrmJoin,
        TableClause,
        TableRef,
        TableValuedFunction,
        TextClause,
        Values {

  /** The columns it offers, in order: SQLAlchemy's {@code .c}. */
  List<ColumnRef> columns();

  /**
   * What makes two references to a FROM element the same one; compared by identity. Two {@link
   * TableRef}s of one table are the same element, two equal aliases are not.
   */
  default Object identity() {
    return this;
  }

  /**
   * The name that its columns are qualified with; null for what has none, such as a join. Python's
   * {@code name} where {@code named_with_column} is set.
   */
  default @Nullable Name qualifier() {
    return null;
  }

  /** The schema a table is in; null for everything else. */
  default @Nullable QuotedName schema() {
    return null;
  }

  /** {@code join(right)}: joined by the foreign keys between the two. */
  default Join join(FromClause right) {
    return Join.of(this, right, null, false, false);
  }

  /** {@code join(right, onclause)}. */
  default Join join(FromClause right, ColumnElement onclause) {
    return Join.of(this, right, onclause, false, false);
  }

  /** {@code outerjoin(right)}: a LEFT OUTER JOIN by the foreign keys between the two. */
  default Join outerjoin(FromClause right) {
    return Join.of(this, right, null, true, false);
  }

  /** {@code outerjoin(right, onclause)}. */
  default Join outerjoin(FromClause right, ColumnElement onclause) {
    return Join.of(this, right, onclause, true, false);
  }

  /** {@code join(right, full=True)}: a FULL OUTER JOIN by the foreign keys between the two. */
  default Join fullJoin(FromClause right) {
    return Join.of(this, right, null, false, true);
  }

  /** {@code join(right, onclause, full=True)}. */
  default Join fullJoin(FromClause right, ColumnElement onclause) {
    return Join.of(this, right, onclause, false, true);
  }

  /** {@code select()}: a SELECT of all its columns. */
  default Select select() {
    return Select.of(this);
  }

  /** {@code alias()}: this under a made-up name. */
  default FromClause alias() {
    return new Alias(this, AliasNames.fresh(this));
  }

  /** {@code alias(name)}. */
  default FromClause alias(String name) {
    return new Alias(this, Name.of(name));
  }

  /** {@code lateral()}: this under a made-up name, able to refer to what stands before it. */
  default FromClause lateral() {
    return new Lateral(this, AliasNames.fresh(this));
  }

  /** {@code lateral(name)}. */
  default FromClause lateral(String name) {
    return new Lateral(this, Name.of(name));
  }

  /** {@code tablesample(sampling)}: some of its rows, under a made-up name. */
  default TableSample tablesample(FunctionCall sampling) {
    return new TableSample(this, AliasNames.fresh(this), sampling, null);
  }

  /** {@code tablesample(sampling, name=name)}. */
  default TableSample tablesample(FunctionCall sampling, String name) {
    return new TableSample(this, Name.of(name), sampling, null);
  }

  /** {@code tablesample(percent)}: about so many of a hundred rows, by whole pages. */
  default TableSample tablesample(double percent) {
    return tablesample(Functions.func("system", percent));
  }

  /**
   * {@code table_valued()}: a whole row of it as one value, which PostgreSQL, Oracle and SQL Server
   * know.
   */
  default TableValuedColumn tableValued() {
    return new TableValuedColumn(this, SqlType.of(TypeName.TABLE_VALUE_TYPE));
  }

  /**
   * The column filed under this key: {@code users.c("name")} is Python's {@code users.c.name}.
   *
   * @throws UnresolvedReferenceException if there is none
   */
  default ColumnRef c(String key) {
    return find(this, columns(), key);
  }

  /** The column of this key among those of a FROM element. */
  static ColumnRef find(FromClause from, List<ColumnRef> columns, String key) {
    return columns.stream()
        .filter(column -> column.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new UnresolvedReferenceException(
                    name(from) + " has no column with the key '" + key + "'",
                    NearestName.hint(key, columns.stream().map(ColumnRef::key).toList())));
  }

  private static String name(FromClause from) {
    return from instanceof AliasedReturnsRows named
        ? "'" + named.name().text() + "'"
        : from.toString();
  }

  /**
   * What a column of this stands for: SQLAlchemy's {@code _proxies}. The column of a UNION stands
   * for one of each SELECT, that of a table for nothing else.
   */
  default List<ColumnElement> proxies(ColumnRef column) {
    return List.of();
  }
}
