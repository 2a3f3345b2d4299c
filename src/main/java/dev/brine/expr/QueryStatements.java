package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.AnonymousName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries as the SELECTs they are: {@code Query._statement_20} (rel_2_0_52, orm/query.py). */
public final class QueryStatements {

  private QueryStatements() {}

  /** What {@code query.statement} is: a SELECT without labels, unless it was asked for them. */
  public static Statement statement(Query query) {
    return statement(query, true);
  }

  /** What is sent for a query: its columns are labelled with their tables' names. */
  public static Statement executed(Query query) {
    return statement(query, false);
  }

  private static Statement statement(Query query, boolean isForStatement) {
    Select clauses = query.clauses();
    OrmOptions orm =
        clauses
            .options()
            .orm()
            .about(null)
            .withCompileOption("_for_statement", isForStatement)
            .withCompileOption("_use_legacy_query_style", true);
    Statement rows = query.statement();
    Statement statement =
        rows == null
            ? clauses.withOptions(clauses.options().withOrm(orm))
            : new FromStatement(clauses.columns(), rows, true, clauses.options().withOrm(orm));
    return bound(statement, query.params());
  }

  /** What stands for a query within another statement: {@code Query.__clause_element__}. */
  static Select nested(Query query) {
    Select clauses =
        query
            .clauses()
            .withCompileOption("_enable_eagerloads", false)
            .withCompileOption("_render_for_subquery", true)
            .setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
    return select(query.withClauses(clauses));
  }

  /** The SELECT that a query is, which loads nothing beside what it names. */
  static Select withoutEagerLoads(Query query) {
    return select(
        query.withClauses(query.clauses().withCompileOption("_enable_eagerloads", false)));
  }

  private static Select select(Query query) {
    if (statement(query) instanceof Select select) {
      return select;
    }
    throw new UsageException(
        "a query of another statement's rows cannot be part of a statement",
        "make the statement it reads from a part instead");
  }

  /** A statement whose parameters of these names have these values. */
  public static Statement bound(Statement statement, Map<String, @Nullable Object> params) {
    if (params.isEmpty()) {
      return statement;
    }
    return new Rewriter() {
      @Override
      public ClauseElement visitBindParameter(BindParameter bind) {
        String name =
            bind.key() instanceof AnonymousName anonymous ? anonymous.base() : bind.key().text();
        return params.containsKey(name) ? bind.withValue(params.get(name)) : bind;
      }
    }.statement(statement);
  }
}
