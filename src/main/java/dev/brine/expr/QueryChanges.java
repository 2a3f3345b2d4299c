package dev.brine.expr;

import dev.brine.error.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The UPDATE and DELETE that {@code Query.update()} and {@code Query.delete()} send (rel_2_0_58,
 * {@code orm/query.py}).
 */
public final class QueryChanges {

  private QueryChanges() {}

  /**
   * What {@code update(values)} sends.
   *
   * @throws UsageException if the query says what no UPDATE can
   */
  public static Update update(Query query, Map<?, ?> values, Object synchronizeSession) {
    Update update = Sql.update(subject(query));
    return update
        .where(conditions(query))
        .values(values)
        .executionOptions(options(query, synchronizeSession));
  }

  /**
   * What {@code delete()} sends.
   *
   * @throws UsageException if the query says what no DELETE can
   */
  public static Delete delete(Query query, Object synchronizeSession) {
    return Sql.delete(subject(query))
        .where(conditions(query))
        .executionOptions(options(query, synchronizeSession));
  }

  private static ColumnElement[] conditions(Query query) {
    return query.clauses().where().toArray(ColumnElement[]::new);
  }

  private static Map<String, @Nullable Object> options(Query query, Object synchronizeSession) {
    Map<String, @Nullable Object> options =
        new TreeMap<>(query.clauses().options().executionOptions());
    options.put("synchronize_session", synchronizeSession);
    return options;
  }

  private static FromClause subject(Query query) {
    requirePlain(query.clauses());
    List<ClauseElement> entities = query.clauses().columns();
    if (entities.size() == 1 && entities.get(0) instanceof FromClause table) {
      return table;
    }
    throw new UsageException(
        "subject table for an INSERT, UPDATE or DELETE expected, got "
            + entities.size()
            + " entities or a value",
        "query the one class whose rows are to be changed");
  }

  private static void requirePlain(Select clauses) {
    String joins = "join(), outerjoin(), select_from(), or from_self()";
    Map<String, Boolean> calls = new LinkedHashMap<>();
    calls.put("limit()", clauses.limit() != null);
    calls.put("offset()", clauses.offset() != null);
    calls.put("order_by()", !clauses.orderBy().isEmpty());
    calls.put("group_by()", !clauses.groupBy().isEmpty());
    calls.put("distinct()", clauses.isDistinct() || !clauses.distinctOn().isEmpty());
    calls.put(joins, !clauses.from().isEmpty() || !clauses.setupJoins().isEmpty());
    calls.forEach(
        (method, isCalled) -> {
          if (isCalled) {
            throw new UsageException(
                "Can't call Query.update() or Query.delete() when %s has been called"
                    .formatted(method),
                "say which rows are meant by filter() alone");
          }
        });
  }
}
