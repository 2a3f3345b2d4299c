package dev.brine.expr;

import dev.brine.error.UsageException;

/**
 * What SQLAlchemy refuses to do to a query in an order that means nothing: the {@code _assertions}
 * of {@code orm/query.py} (rel_2_0_58).
 */
final class QueryAssertions {

  private QueryAssertions() {}

  /** {@code _no_statement_condition}. */
  static void noStatement(Query query, String method) {
    if (query.isChecked() && query.statement() != null) {
      throw new UsageException(
          "Query.%s() being called on a Query with an existing full statement - can't apply criterion."
              .formatted(method),
          "say it in the statement that from_statement() was given");
    }
  }

  /** {@code _no_limit_offset}. */
  static void noLimit(Query query, String method) {
    if (query.isChecked() && isLimited(query)) {
      throw new UsageException(
          "Query.%s() being called on a Query which already has LIMIT or OFFSET applied.  Call %s() before limit() or offset() are applied."
              .formatted(method, method),
          "call it earlier, select from the query's subquery(), or enableAssertions(false)");
    }
  }

  private static boolean isLimited(Query query) {
    return query.clauses().limit() != null || query.clauses().offset() != null;
  }

  /** {@code _no_clauseelement_condition}. */
  static void noCriterion(Query query, String method) {
    Select clauses = query.clauses();
    boolean isPlain =
        query.statement() == null
            && clauses.where().isEmpty()
            && clauses.from().isEmpty()
            && clauses.setupJoins().isEmpty()
            && clauses.groupBy().isEmpty()
            && clauses.orderBy().isEmpty()
            && !clauses.isDistinct()
            && !isLimited(query);
    if (query.isChecked() && !isPlain) {
      throw new UsageException(
          "Query.%s() being called on a Query with existing criterion. ".formatted(method),
          "call it first of all, or enableAssertions(false)");
    }
  }
}
