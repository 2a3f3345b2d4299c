package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.Name;
import java.util.List;

/**
 * Something that gives rows, under a name: SQLAlchemy's {@code AliasedReturnsRows} (rel_2_0_52,
 * {@code sql/selectable.py}).
 */
public sealed interface AliasedReturnsRows extends FromClause
    permits Alias, Cte, Lateral, Subquery, TableSample, TableValuedAlias {

  /** What is under the name. */
  ClauseElement element();

  /** Anonymous where it is made up when compiled. */
  Name name();

  @Override
  default Name qualifier() {
    return name();
  }

  /** What its columns are the columns of. */
  default ClauseElement source() {
    return element();
  }

  @Override
  default List<ColumnRef> columns() {
    return ExportedColumns.of(this);
  }

  @Override
  default List<ColumnElement> proxies(ColumnRef column) {
    return ExportedColumns.proxies(this, column);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnresolvedReferenceException if there is none
   */
  @Override
  default ColumnRef c(String key) {
    // Straight from the table, which tells a placeholder's columns apart from missing ones; a join
    // has other keys for its columns than an alias of it.
    return source() instanceof FromClause from && !(from instanceof Join)
        ? from.c(key).of(this)
        : FromClause.find(this, columns(), key);
  }
}
