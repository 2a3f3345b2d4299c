package dev.brine.expr;

import dev.brine.error.MultipleResultsFoundException;
import dev.brine.error.NoResultFoundException;
import dev.brine.error.UsageException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods by which a query that has a session is run: those of SQLAlchemy's {@code Query}
 * (rel_2_0_58, {@code orm/query.py}). A row is an entity ({@code mapping.Entity}) where the query
 * selects nothing but one, else a jOOQ {@code Record} of entities and values.
 */
public sealed interface QueryResults permits Query {

  /** This, as the query it is. */
  Query self();

  /**
   * All rows. Each comes once where entities are among them.
   *
   * @throws UsageException if the query has no session
   */
  default List<@Nullable Object> all() {
    return session().fetch(self());
  }

  /** The first row; null if there is none. */
  default @Nullable Object first() {
    Query query = self();
    Query one =
        query.statement() == null
            ? query.withClauses(
                query.clauses().toBuilder().limit(BindParameter.limitOrOffset(1)).build())
            : query;
    List<@Nullable Object> rows = session().fetch(one);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /**
   * The only row.
   *
   * @throws NoResultFoundException if there is none
   * @throws MultipleResultsFoundException if there are more
   */
  default @Nullable Object one() {
    List<@Nullable Object> rows = all();
    if (rows.isEmpty()) {
      throw new NoResultFoundException();
    }
    if (rows.size() > 1) {
      throw new MultipleResultsFoundException("exactly one");
    }
    return rows.get(0);
  }

  /**
   * The only row; null if there is none.
   *
   * @throws MultipleResultsFoundException if there are more
   */
  default @Nullable Object oneOrNone() {
    List<@Nullable Object> rows = all();
    if (rows.size() > 1) {
      throw new MultipleResultsFoundException("one or none");
    }
    return rows.isEmpty() ? null : rows.get(0);
  }

  /**
   * The first member of the only row; null if there is no row.
   *
   * @throws MultipleResultsFoundException if there are more
   */
  default @Nullable Object scalar() {
    List<@Nullable Object> rows = all();
    if (rows.size() > 1) {
      throw new MultipleResultsFoundException("exactly one");
    }
    return rows.isEmpty() ? null : session().first(rows.get(0));
  }

  /** How many rows there are, by asking the database for no more than that. */
  default long count() {
    Query query = self();
    Select rows = query.clauses().setLabelStyle(LabelStyle.TABLENAME_PLUS_COL).correlate();
    Select counted = QueryStatements.withoutEagerLoads(query.withClauses(rows));
    ColumnElement all = Functions.count(Sql.literalColumn("*"));
    Query counting =
        new Query(
            Select.of(all)
                .setLabelStyle(LabelStyle.LEGACY_ORM)
                .selectFrom(counted.subquery())
                .options(criteria(rows.options().orm())),
            null,
            query.params(),
            query.session());
    Object count = counting.scalar();
    return count instanceof Number number ? number.longValue() : 0;
  }

  /** What holds wherever a class is read, in a subquery as well. */
  private static ExecutableOption[] criteria(OrmOptions orm) {
    return orm.loaderOptions().stream()
        .filter(LoaderCriteria.class::isInstance)
        .toArray(ExecutableOption[]::new);
  }

  /** The rows, read as they are asked for where the query says {@code yield_per()}. */
  default Stream<@Nullable Object> stream() {
    return session().stream(self());
  }

  /**
   * The entity with this primary key, from the session if that has it; null if there is none.
   *
   * @param primaryKey its values, in the order of the mapper's primary key
   */
  default @Nullable Object get(@Nullable Object... primaryKey) {
    return session().get(self(), primaryKey);
  }

  /** {@code update(values)}, which brings the session's entities in step as it can. */
  default long update(Map<?, ?> values) {
    return update(values, "auto");
  }

  /**
   * {@code update(values, synchronize_session)}: changes the rows that the conditions hold for.
   *
   * @param values by the names of attributes or the attributes themselves
   * @param synchronizeSession {@code "auto"}, {@code "evaluate"}, {@code "fetch"} or false: how the
   *     session's entities are brought in step
   * @return how many rows it changed
   * @throws UsageException if the query says what no UPDATE can, such as an order or a join
   */
  default long update(Map<?, ?> values, Object synchronizeSession) {
    return session().update(self(), values, synchronizeSession);
  }

  /** {@code delete()}, which brings the session's entities in step as it can. */
  default long delete() {
    return delete("auto");
  }

  /**
   * {@code delete(synchronize_session)}: removes the rows that the conditions hold for.
   *
   * @param synchronizeSession as for {@link #update(Map, Object)}
   * @return how many rows it removed
   * @throws UsageException if the query says what no DELETE can, such as an order or a join
   */
  default long delete(Object synchronizeSession) {
    return session().delete(self(), synchronizeSession);
  }

  private QuerySession session() {
    if (self().session() instanceof QuerySession session) {
      return session;
    }
    throw new UsageException(
        "the query has no session to run on",
        "give it one by withSession(session), or load the dump with a ScopedSession");
  }
}
