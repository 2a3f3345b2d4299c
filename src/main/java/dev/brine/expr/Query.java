package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQLAlchemy's {@code Query} (rel_2_0_58, {@code orm/query.py}): a SELECT with the habits of the
 * ORM of old. Immutable; each method gives a changed copy, as in Python.
 *
 * @param clauses all that a SELECT has too
 * @param statement what {@code from_statement()} was given, which then stands for the clauses but
 *     the columns; else null
 * @param params values of named parameters, {@code params()}
 * @param session what it runs on: an object of the ORM's, which a dump holds as {@code session:};
 *     null for none
 * @param isChecked whether SQLAlchemy refuses methods called in an order that means nothing, {@code
 *     enable_assertions()}
 */
public record Query(
    Select clauses,
    @Nullable Statement statement,
    Map<String, @Nullable Object> params,
    @Nullable Object session,
    boolean isChecked)
    implements Statement, QueryMethods, QueryNesting, QueryResults {

  public Query {
    Objects.requireNonNull(clauses, "clauses");
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  @Override
  public Query self() {
    return this;
  }

  /** One whose methods are checked. */
  public Query(
      Select clauses,
      @Nullable Statement statement,
      Map<String, @Nullable Object> params,
      @Nullable Object session) {
    this(clauses, statement, params, session, true);
  }

  /** {@code Query(entities)}, without a session. */
  public static Query of(ClauseElement... entities) {
    Select clauses = Select.of(entities).setLabelStyle(LabelStyle.LEGACY_ORM);
    return new Query(clauses, null, Map.of(), null, true);
  }

  /** The same with other clauses. */
  public Query withClauses(Select changed) {
    return new Query(changed, statement, params, session, isChecked);
  }

  /**
   * {@code from_statement(statement)}: entities from the rows of that.
   *
   * @throws dev.brine.error.UsageException if the query says already which rows it wants
   */
  public Query fromStatement(Statement rows) {
    QueryAssertions.noCriterion(this, "from_statement");
    return new Query(clauses, rows, params, session, isChecked);
  }

  /** {@code params(name=value)}. */
  public Query params(Map<String, ? extends @Nullable Object> added) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(params);
    all.putAll(added);
    return new Query(clauses, statement, all, session, isChecked);
  }

  /** {@code enable_assertions(value)}. */
  public Query enableAssertions(boolean on) {
    return new Query(clauses, statement, params, session, on);
  }

  /** {@code with_session(session)}. */
  public Query withSession(@Nullable Object other) {
    return new Query(clauses, statement, params, other, isChecked);
  }

  @Override
  public Cte cte() {
    return QueryStatements.withoutEagerLoads(this).cte();
  }

  @Override
  public Cte cte(String name) {
    return QueryStatements.withoutEagerLoads(this).cte(name);
  }

  @Override
  public List<ColumnElement> selectedColumns() {
    return clauses.selectedColumns();
  }

  @Override
  public LabelStyle labelStyle() {
    return clauses.labelStyle();
  }

  @Override
  public List<ClauseElement> children() {
    if (statement == null) {
      return clauses.children();
    }
    List<ClauseElement> children = new ArrayList<>(clauses.children());
    children.add(statement);
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitQuery(this);
  }
}
