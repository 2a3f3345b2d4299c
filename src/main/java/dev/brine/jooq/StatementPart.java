package dev.brine.jooq;

import dev.brine.expr.ClauseElement;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Compiled;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.Dialect;
import dev.brine.sql.ParamStyle;
import dev.brine.sql.SchemaTranslateMap;
import dev.brine.sql.SqlCompiler;
import dev.brine.sql.SqlPart;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Configuration;
import org.jooq.Context;
import org.jooq.DataType;
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
  private final Map<Dialect, Text> textByDialect = new ConcurrentHashMap<>();

  StatementPart(ClauseElement element, Map<String, ? extends @Nullable Object> values) {
    this.element = element;
    this.values = Collections.unmodifiableMap(new HashMap<>(values));
  }

  /**
   * What is printed for one dialect.
   *
   * @param written the names of parameters whose values are part of the text
   */
  private record Text(List<SqlPart> parts, Set<String> written) {}

  /** A statement that was compiled with these values for the dialect it is going to be run in. */
  static StatementPart compiled(
      ClauseElement element, Map<String, ? extends @Nullable Object> values, Compiled compiled) {
    StatementPart part = new StatementPart(element, values);
    part.textByDialect.put(compiled.dialect(), text(compiled));
    return part;
  }

  /** The same, each of whose parameters remains one, so that other values can take their places. */
  static StatementPart forMany(
      ClauseElement element, Map<String, ? extends @Nullable Object> values, Compiled compiled) {
    StatementPart part = new StatementPart(element, values);
    part.textByDialect.put(compiled.dialect(), new Text(settled(compiled), Set.of()));
    return part;
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
            .withSchemas(SchemaTranslateMap.of(element))
            .withColumnKeys(names)
            .withRenderers(renderers));
  }

  void accept(Context<?> context) {
    Dialect dialect = JooqDialects.fromJooq(context.dialect());
    Text text =
        textByDialect.computeIfAbsent(
            dialect, unseen -> text(filled(element, unseen, values, context.configuration())));
    for (SqlPart part : text.parts()) {
      if (part instanceof SqlPart.Bind bind) {
        accept(context, bind, dialect, text.written().contains(bind.name()));
      } else {
        context.sql(((SqlPart.Text) part).text(), true);
      }
    }
  }

  private static void accept(
      Context<?> context, SqlPart.Bind bind, Dialect dialect, boolean isWritten) {
    Object value = bind.parameter().value();
    DataType<Object> type = StoredBinding.dataType(bind.parameter().type());
    if (!isWritten) {
      context.visit(DSL.val(value, type)).sql(WrittenBinds.sentCast(bind, dialect), true);
      return;
    }
    boolean isNegative = WrittenBinds.isNegative(value);
    context.sql(isNegative ? "(" : "").visit(DSL.inline(value, type)).sql(isNegative ? ")" : "");
    context.sql(WrittenBinds.cast(bind, dialect), true);
  }

  /** An element as it is run with these values, by what a configuration was taught. */
  static Compiled filled(
      ClauseElement element,
      Dialect dialect,
      Map<String, ? extends @Nullable Object> values,
      Configuration configuration) {
    return compile(element, dialect, values.keySet(), JooqRenderers.of(configuration))
        .withValues(values, JooqDefaults.of(configuration));
  }

  private static Text text(Compiled compiled) {
    List<SqlPart> parts = settled(compiled);
    return new Text(parts, WrittenBinds.of(compiled, parts));
  }

  private static List<SqlPart> settled(Compiled compiled) {
    List<SqlPart> parts = compiled.expanded().parts();
    return compiled.dialect() == Dialect.POSTGRESQL
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
