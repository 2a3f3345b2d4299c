package dev.brine.jooq;

import dev.brine.expr.Statement;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.conf.ParamType;
import org.jooq.impl.CustomQueryPart;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is run in a context once: compiled, with its values, among them those that
 * columns get by default, each made up once. Not thread-safe.
 */
public final class StatementQuery {

  private final DSLContext dsl;
  private final Compiled compiled;
  private final StatementPart part;

  private StatementQuery(DSLContext dsl, Compiled compiled, StatementPart part) {
    this.dsl = dsl;
    this.compiled = compiled;
    this.part = part;
  }

  /**
   * A statement with values for its parameters.
   *
   * @param values by the names of the parameters; they override the statement's own
   * @throws dev.brine.error.UsageException if a parameter lacks its value
   * @throws dev.brine.error.CompileException if the dialect of the context cannot say the statement
   * @throws dev.brine.error.UnsupportedConstructException if a column is to get what only Python
   *     can make up
   */
  public static StatementQuery of(
      DSLContext dsl, Statement statement, Map<String, ? extends @Nullable Object> values) {
    Dialect dialect = JooqDialects.fromJooq(dsl.dialect());
    Compiled compiled = StatementPart.filled(statement, dialect, values, dsl.configuration());
    return new StatementQuery(dsl, compiled, StatementPart.compiled(statement, values, compiled));
  }

  public Compiled compiled() {
    return compiled;
  }

  /**
   * As a query whose records have Python's column names, and values by the statement's types; where
   * text hides the columns, the database's names.
   */
  public ResultQuery<Record> rows() {
    // The template is nothing but the part, so that nothing of the statement's text is parsed.
    ResultQuery<Record> query = dsl.resultQuery("{0}", CustomQueryPart.of(part::accept));
    Field<?>[] columns = new ResultFields(compiled).find(dsl, () -> textToDescribe(query));
    return columns == null ? query : query.coerce(columns);
  }

  /** Of a statement with parameters DuckDB describes one column, whatever it gives. */
  private String textToDescribe(ResultQuery<Record> query) {
    return compiled.dialect() == Dialect.DUCKDB ? query.getSQL(ParamType.INLINED) : query.getSQL();
  }

  /** As a query that gives no rows and tells how many it changed. */
  public RowCountQuery count() {
    return dsl.query("{0}", CustomQueryPart.of(part::accept));
  }
}
