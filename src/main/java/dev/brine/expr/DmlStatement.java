package dev.brine.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes rows: SQLAlchemy's {@code UpdateBase}. Immutable; each method gives a
 * changed copy, as in Python.
 *
 * @param <S> the statement itself
 */
public sealed interface DmlStatement<S extends DmlStatement<S>> extends Statement
    permits Delete, Insert, Update {

  /** What it changes: a table, an alias of one, or a join. */
  FromClause table();

  /** What it has in common with the others. */
  DmlClauses clauses();

  /** This statement with other clauses. */
  S withClauses(DmlClauses changed);

  /** {@code returning(…)}: what to fetch of the changed rows, beside what is fetched already. */
  default S returning(ClauseElement... elements) {
    return withClauses(
        clauses().returning(Coercions.append(clauses().returning(), Stream.of(elements))));
  }

  /** {@code return_defaults()}: to fetch what the database fills in, where it is cheap. */
  default S returnDefaults() {
    return withClauses(clauses().returnDefaults(ReturnDefaults.ALL));
  }

  /** {@code return_defaults(*columns)}. */
  default S returnDefaults(ColumnElement... columns) {
    return withClauses(clauses().returnDefaults(new ReturnDefaults(List.of(columns), null)));
  }

  /** {@code with_dialect_options(name=value)}: such as {@code mysql_limit}. */
  default S withDialectOption(String name, Object value) {
    return withClauses(clauses().dialectOptions(with(clauses().dialectOptions(), name, value)));
  }

  /** {@code prefix_with(text)}: what stands behind the first keyword. */
  default S prefixWith(Affix... prefixes) {
    return withOptions(clauses().options().withPrefixes(prefixes));
  }

  /** {@code with_hint(text, selectable, dialect)}: about the table, or another. */
  default S withHint(FromHint hint) {
    return withOptions(clauses().options().withHint(hint));
  }

  /** {@code add_cte(…)}: CTEs that the statement has whether it refers to them or not. */
  default S addCte(Cte... ctes) {
    return withOptions(
        clauses()
            .options()
            .withCtes(
                Stream.of(ctes)
                    .map(cte -> new IndependentCte(cte, false))
                    .toArray(IndependentCte[]::new)));
  }

  /** {@code execution_options(…)}. */
  default S executionOptions(Map<String, ? extends @Nullable Object> added) {
    return withOptions(clauses().options().withExecutionOptions(added));
  }

  private S withOptions(StatementOptions options) {
    return withClauses(clauses().options(options));
  }

  @Override
  default List<ColumnElement> selectedColumns() {
    return flattened(clauses().returning());
  }

  /** What is selected, with the columns of a FROM element in its place. */
  static List<ColumnElement> flattened(List<ClauseElement> elements) {
    return SelectIterable.of(elements);
  }

  private static Map<String, Object> with(Map<String, Object> before, String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(before);
    Object canonical = ValueTypes.canonical(value);
    all.put(name, canonical == null ? value : canonical);
    return all;
  }
}
