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
import dev.brine.expr.Statement;
import dev.brine.sql.Compiled;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.Dialect;
import dev.brine.sql.ResultColumn;
import dev.brine.sql.ResultForm;
import java.util.EnumSet;
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
import org.jooq.RowCountQuery;
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

  /** The forms in which a statement says what it gives. */
  private static final Set<ResultForm> KNOWN =
      EnumSet.of(
          ResultForm.ORDERED,
          ResultForm.LITERAL,
          ResultForm.TEXT_IN_ORDER,
          ResultForm.TEXT_BY_NAME);

  private JooqExport() {}

  /** A statement as a query, with the values that its parameters hold. */
  public static ResultQuery<Record> resultQuery(DSLContext dsl, Statement statement) {
    return resultQuery(dsl, statement, Map.of());
  }

  /**
   * A statement as a query.
   *
   * @param values by the names of the statement's parameters; they override its own
   * @return a query whose records have Python's column names, and values by the statement's types;
   *     where text hides the columns, the database's names
   * @throws UsageException if a parameter lacks its value
   * @throws CompileException if the dialect of the context cannot say the statement
   */
  public static ResultQuery<Record> resultQuery(
      DSLContext dsl, Statement statement, Map<String, ? extends @Nullable Object> values) {
    return StatementQuery.of(dsl, statement, values).rows();
  }

  /**
   * A statement that gives no rows, as a query that tells how many it changed.
   *
   * @throws UsageException if a parameter lacks its value
   * @throws CompileException if the dialect of the context cannot say the statement
   */
  public static RowCountQuery rowCountQuery(
      DSLContext dsl, Statement statement, Map<String, ? extends @Nullable Object> values) {
    return StatementQuery.of(dsl, statement, values).count();
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
   * @throws UnsupportedConstructException if text hides which columns it gives
   */
  public static Table<Record> table(
      Statement statement, String alias, Map<String, ? extends @Nullable Object> values) {
    Compiled compiled =
        StatementPart.compile(statement, Dialect.DEFAULT, values.keySet(), CustomRenderers.NONE)
            .withValues(values);
    requireKnown(compiled);
    List<ResultColumn> columns = compiled.resultColumns();
    requireDistinct(columns);
    StatementPart part = new StatementPart(statement, values);
    return new StatementTable(alias, DSL.table("({0})", CustomQueryPart.of(part::accept)), columns);
  }

  /** To jOOQ text would be one column, and all but the first of the others would be lost. */
  private static void requireKnown(Compiled compiled) {
    boolean isStar =
        compiled.resultColumns().stream().anyMatch(column -> column.name().endsWith(".*"));
    if (KNOWN.contains(compiled.resultForm()) && !isStar) {
      return;
    }
    throw new UnsupportedConstructException(
        "the statement selects * or other text, and which columns that are is known to the database"
            + " alone",
        "select the columns by name");
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
