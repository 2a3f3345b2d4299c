package dev.brine.expr;

import dev.brine.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE: SQLAlchemy's {@code Update}.
 *
 * @param table what is changed
 * @param values what columns are set to; null where nothing was said
 * @param isOrdered whether they are set in the order given rather than in that of the table: {@code
 *     ordered_values()}
 * @param where conditions that must all hold
 */
public record Update(
    FromClause table,
    @Nullable List<Assignment> values,
    boolean isOrdered,
    List<ColumnElement> where,
    DmlClauses clauses)
    implements DmlStatement<Update> {

  public Update {
    Objects.requireNonNull(table, "table");
    values = values == null ? null : List.copyOf(values);
    where = List.copyOf(where);
    Objects.requireNonNull(clauses, "clauses");
  }

  static Update of(FromClause table) {
    return new Update(table, null, false, List.of(), DmlClauses.of(table));
  }

  @Override
  public Update withClauses(DmlClauses changed) {
    return new Update(table, values, isOrdered, where, changed);
  }

  /** {@code where(…)}: conditions that must hold beside those that are there. */
  public Update where(ColumnElement... conditions) {
    return new Update(
        table, values, isOrdered, Coercions.append(where, Stream.of(conditions)), clauses);
  }

  /**
   * {@code values({column: value, …})}: sets columns, given by key or as elements, beside those
   * that are set already.
   *
   * @throws UsageException after {@link #orderedValues}
   */
  public Update values(Map<?, ?> columns) {
    if (isOrdered) {
      throw new UsageException(
          "this UPDATE has ordered values already", "give all of them to orderedValues()");
    }
    Map<?, ?> resolved = Assignments.resolved(table, columns);
    return new Update(table, Assignments.merged(values, resolved), false, where, clauses);
  }

  /** {@code values(column=value)}: one column beside those that are set already. */
  public Update value(Object column, @Nullable Object value) {
    return values(Assignments.single(column, value));
  }

  /**
   * {@code ordered_values((column, value), …)}: sets columns in this order, which matters to MySQL.
   *
   * @throws UsageException if values were given before
   */
  public Update orderedValues(Map<?, ?> columns) {
    if (values != null) {
      throw new UsageException(
          "this UPDATE already has values", "give all of them to orderedValues()");
    }
    return new Update(table, Assignments.merged(null, columns), true, where, clauses);
  }

  /** {@code filter_by(key=value)}: where a column of the table has this value. */
  public Update filterBy(String key, @Nullable Object value) {
    return where(table.c(key).eq(value));
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    children.add(table);
    if (values != null) {
      children.addAll(Assignment.children(values));
    }
    children.addAll(where);
    children.addAll(clauses.children());
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitUpdate(this);
  }
}
