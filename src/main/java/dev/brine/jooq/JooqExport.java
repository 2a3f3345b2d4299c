package dev.brine.jooq;

import dev.brine.error.CompileException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.ResultColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Statements and expressions as jOOQ parts to build on. Listeners, fetching, lazy cursors, records
 * and mapping are jOOQ's; text and values are SQLAlchemy's. A part is printed for the dialect of
 * the query it stands in, with that query's style of parameters.
 *
 * <p>Stateless; the parts it makes are thread-safe as far as jOOQ's own are.
 */
public final class JooqExport {

  private JooqExport() {}

  /** A statement as a query, with the values that its parameters hold. */
  public static ResultQuery<Record> resultQuery(DSLContext dsl, Statement statement) {
    return resultQuery(dsl, statement, Map.of());
  }

  /**
   * A statement as a query.
   *
   * @param values by the names of the statement's parameters; they override its own
   * @return a query whose records have Python's column names, and values by the statement's types
   * @throws UsageException if a parameter lacks its value
   * @throws CompileException if the dialect of the context cannot say the statement
   * @throws UnsupportedConstructException if it selects {@code *}
   */
  public static ResultQuery<Record> resultQuery(
      DSLContext dsl, Statement statement, Map<String, ? extends @Nullable Object> values) {
    requireNoStar(statement);
    Compiled compiled =
        StatementPart.compile(statement, JooqDialects.fromJooq(dsl.dialect())).withValues(values);
    StatementPart part = new StatementPart(statement, values);
    Field<?>[] columns =
        compiled.resultColumns().stream()
            .map(
                column ->
                    DSL.field(DSL.quotedName(column.name()), StoredBinding.dataType(column.type())))
            .toArray(Field<?>[]::new);
    // The template is nothing but the part, so that nothing of the statement's text is parsed.
    return dsl.resultQuery("{0}", CustomQueryPart.of(part::accept)).coerce(columns);
  }

  /** A statement as a derived table, with the values that its parameters hold. */
  public static Table<Record> table(Statement statement, String alias) {
    return table(statement, alias, Map.of());
  }

  /**
   * A statement as a derived table: {@code (SELECT …) AS alias}.
   *
   * @return a table whose fields are the columns of the statement, by Python's names
   * @throws UsageException if two of the columns have one name, or a parameter lacks its value
   * @throws UnsupportedConstructException if it selects {@code *}
   */
  public static Table<Record> table(
      Statement statement, String alias, Map<String, ? extends @Nullable Object> values) {
    requireNoStar(statement);
    List<ResultColumn> columns =
        StatementPart.compile(statement, Dialect.DEFAULT).withValues(values).resultColumns();
    requireDistinct(columns);
    StatementPart part = new StatementPart(statement, values);
    return new StatementTable(alias, DSL.table("({0})", CustomQueryPart.of(part::accept)), columns);
  }

  /** To jOOQ it would be one column, and all but the first of the others would be lost. */
  private static void requireNoStar(Statement statement) {
    if (statement instanceof Select select
        && select.columns().stream().anyMatch(JooqExport::isStar)) {
      throw new UnsupportedConstructException(
          "the statement selects *, and which columns that are is known to the database alone",
          "select the columns by name");
    }
  }

  private static boolean isStar(ClauseElement element) {
    return element instanceof ColumnRef column
        && column.isLiteral()
        && (column.name().text().equals("*") || column.name().text().endsWith(".*"));
  }

  private static void requireDistinct(List<ResultColumn> columns) {
    Set<String> names = new HashSet<>();
    for (ResultColumn column : columns) {
      if (!names.add(column.name())) {
        throw new UsageException(
            "a derived table cannot have two columns '" + column.name() + "'",
            "give one of them a label");
      }
    }
  }

  /** An expression as a field. The tables it names must stand in the query's FROM. */
  public static Field<Object> field(ColumnElement element) {
    StatementPart part = new StatementPart(element, Map.of());
    return CustomField.of(
        DSL.quotedName(nameOf(element)),
        StoredBinding.dataType(element.type()),
        context -> acceptOperand(context, element, part));
  }

  /** A boolean expression as a condition. The tables it names must stand in the query's FROM. */
  public static Condition condition(ColumnElement element) {
    StatementPart part = new StatementPart(element, Map.of());
    return CustomCondition.of(context -> acceptOperand(context, element, part));
  }

  /**
   * jOOQ cannot know how tightly the element binds, so that all but the simplest are in
   * parentheses.
   */
  private static void acceptOperand(Context<?> context, ClauseElement element, StatementPart part) {
    if (isAtom(element)) {
      part.accept(context);
    } else {
      context.sql('(');
      part.accept(context);
      context.sql(')');
    }
  }

  private static boolean isAtom(ClauseElement element) {
    return (element instanceof ColumnRef column && !column.isLiteral())
        || element instanceof FunctionCall
        || element instanceof BindParameter
        || element instanceof Grouping
        || element instanceof Constant
        || (element instanceof Label label && isAtom(label.element()));
  }

  private static String nameOf(ColumnElement element) {
    if (element instanceof Label label) {
      return label.name().text();
    }
    return element instanceof ColumnRef column ? column.name().text() : "expr";
  }
}
