package dev.brine.jooq;

import dev.brine.expr.ClauseElement;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Compiled;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.Dialect;
import dev.brine.sql.ParamStyle;
import dev.brine.sql.SqlCompiler;
import dev.brine.sql.SqlPart;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Context;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Prints an element into a jOOQ query: the text that SQLAlchemy prints for the query's dialect, as
 * it stands, and each parameter as one of jOOQ's. Thread-safe.
 */
final class StatementPart {

  /** JDBC's question marks. */
  private static final CompileOptions RUNNABLE =
      CompileOptions.DEFAULT.withParamStyle(ParamStyle.QMARK);

  private final ClauseElement element;
  private final Map<String, @Nullable Object> values;
  private final boolean isForMany;
  private final Map<Dialect, List<SqlPart>> partsByDialect = new ConcurrentHashMap<>();

  StatementPart(ClauseElement element, Map<String, ? extends @Nullable Object> values) {
    this(element, values, false);
  }

  private StatementPart(
      ClauseElement element, Map<String, ? extends @Nullable Object> values, boolean isForMany) {
    this.element = element;
    this.values = Collections.unmodifiableMap(new HashMap<>(values));
    this.isForMany = isForMany;
  }

  /** A statement that is run with many sets of values, of which this is the first. */
  static StatementPart forMany(
      ClauseElement element, Map<String, ? extends @Nullable Object> values) {
    return new StatementPart(element, values, true);
  }

  /**
   * @param names of the parameters that values are given for: they decide what an INSERT sets
   */
  static Compiled compile(
      ClauseElement element, Dialect dialect, Set<String> names, CustomRenderers renderers) {
    return compile(element, dialect, names, renderers, false);
  }

  /** The same of a statement that is run with many sets of values. */
  static Compiled compileForMany(
      ClauseElement element, Dialect dialect, Set<String> names, CustomRenderers renderers) {
    return compile(element, dialect, names, renderers, true);
  }

  private static Compiled compile(
      ClauseElement element,
      Dialect dialect,
      Set<String> names,
      CustomRenderers renderers,
      boolean isForMany) {
    // PostgreSQL and H2 would guess the types of parameters.
    return SqlCompiler.compile(
        element,
        dialect,
        RUNNABLE
            .withForMany(isForMany)
            .withForServer(true)
            .withSchemas(SchemaTranslation.of(element))
            .withColumnKeys(names)
            .withRenderers(renderers));
  }

  void accept(Context<?> context) {
    Dialect dialect = JooqDialects.fromJooq(context.dialect());
    CustomRenderers renderers = JooqRenderers.of(context.configuration());
    for (SqlPart part :
        partsByDialect.computeIfAbsent(dialect, unseen -> parts(unseen, renderers))) {
      if (part instanceof SqlPart.Bind bind) {
        context.visit(
            DSL.val(bind.parameter().value(), StoredBinding.dataType(bind.parameter().type())));
        context.sql(bind.cast(), true);
      } else {
        context.sql(((SqlPart.Text) part).text(), true);
      }
    }
  }

  private List<SqlPart> parts(Dialect dialect, CustomRenderers renderers) {
    List<SqlPart> parts =
        compile(element, dialect, values.keySet(), renderers, isForMany)
            .withValues(values)
            .expanded()
            .parts();
    return dialect == Dialect.POSTGRESQL
        ? parts.stream().map(StatementPart::escaped).toList()
        : parts;
  }

  /** PostgreSQL's driver takes a question mark outside of quotes for a parameter. */
  private static SqlPart escaped(SqlPart part) {
    return part instanceof SqlPart.Text text
        ? new SqlPart.Text(QuestionMarks.doubled(text.text()))
        : part;
  }
}
