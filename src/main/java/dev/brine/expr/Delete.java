package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE: SQLAlchemy's {@code Delete}.
 *
 * @param table what rows are removed from
 * @param where conditions that must all hold
 */
public record Delete(FromClause table, List<ColumnElement> where, DmlClauses clauses)
    implements DmlStatement<Delete> {

  public Delete {
    Objects.requireNonNull(table, "table");
    where = List.copyOf(where);
    Objects.requireNonNull(clauses, "clauses");
  }

  static Delete from(FromClause table) {
    return new Delete(table, List.of(), DmlClauses.of(table));
  }

  @Override
  public Delete withClauses(DmlClauses changed) {
    return new Delete(table, where, changed);
  }

  /** {@code where(…)}: conditions that must hold beside those that are there. */
  public Delete where(ColumnElement... conditions) {
    return new Delete(table, Coercions.append(where, Stream.of(conditions)), clauses);
  }

  /** {@code filter_by(key=value)}: where a column of the table has this value. */
  public Delete filterBy(String key, @Nullable Object value) {
    return where(table.c(key).eq(value));
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    children.add(table);
    children.addAll(where);
    children.addAll(clauses.children());
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitDelete(this);
  }
}
