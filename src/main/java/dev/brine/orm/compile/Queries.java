package dev.brine.orm.compile;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.FromStatement;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Query;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.schema.AnonymousName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries as the SELECTs they are: {@code Query._statement_20} (rel_2_0_52, orm/query.py). */
final class Queries {

  private Queries() {}

  /** What {@code query.statement} is: a SELECT without labels, unless it was asked for them. */
  static Statement statement(Query query) {
    return statement(query, true);
  }

  /** What is sent for a query: its columns are labelled with their tables' names. */
  static Statement executed(Query query) {
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
    return query.params().isEmpty() ? statement : bound(statement, query.params());
  }

  private static Statement bound(Statement statement, Map<String, @Nullable Object> params) {
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
