package dev.brine.orm.compile;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.Insert;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Query;
import dev.brine.expr.QueryStatements;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TextClause;
import dev.brine.sql.ColumnAdapter;
import dev.brine.sql.SqlCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the ORM knows into Core, as SQLAlchemy's ORM does when a statement is compiled. All
 * methods are pure and may be called from any thread.
 *
 * <p>What they are given must have been loaded or written with a mapping: a class that nobody
 * mapped is refused by name.
 */
public final class OrmCompiler {

  /**
   * The option of an UPDATE or DELETE by which it gives the primary keys of the rows it changed, in
   * front of what else it returns.
   */
  public static final String RETURNS_KEYS = "_returns_keys";

  private OrmCompiler() {}

  /**
   * An element in terms of Core, for printing: a query is what its {@code statement} is in Python.
   * What has nothing of the ORM in it is handed on as it is.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if a class in it is not mapped
   */
  public static ClauseElement toCore(ClauseElement element) {
    return SqlCompiler.withinStack(element, () -> core(element));
  }

  private static ClauseElement core(ClauseElement element) {
    if (element instanceof Query query) {
      return toCore(QueryStatements.statement(query));
    }
    if (element instanceof Insert insert && OrmSearch.findsIn(insert)) {
      return insert(insert);
    }
    if (element instanceof Statement statement) {
      return compile(statement, null).statement();
    }
    Strip strip = new Strip(Criteria.NONE);
    return strip.rewrite(Nested.within(element, Criteria.NONE, strip).rewrite(element));
  }

  /**
   * A statement as it is sent, and how its rows are read.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if a class in it is not mapped
   */
  public static CompiledOrm compile(Statement statement) {
    return compile(statement, null);
  }

  /**
   * The same for a statement that loads what another one left for later.
   *
   * @param start the way by which its entity was reached; the options it carries are those of the
   *     other statement. Null for none
   */
  public static CompiledOrm compile(Statement statement, @Nullable LoadPath start) {
    return SqlCompiler.withinStack(statement, () -> compiled(statement, start));
  }

  private static CompiledOrm compiled(Statement statement, @Nullable LoadPath start) {
    if (statement instanceof Query query) {
      return compile(QueryStatements.executed(query), start);
    }
    if (statement instanceof Select select && select.options().orm().isOrm()) {
      return select(select, start);
    }
    if (statement instanceof FromStatement from) {
      return FromStatements.compile(from);
    }
    if (!OrmSearch.findsIn(statement)) {
      return ofCore(statement);
    }
    return change(statement);
  }

  /** An INSERT as it is printed: only a session's returns the attributes alone of an entity. */
  private static Statement insert(Insert insert) {
    Criteria criteria = Criteria.of(orm(insert).loaderOptions());
    Strip strip = new Strip(criteria);
    Statement parts = Nested.within(insert, criteria, strip).statement(insert);
    return strip.statement(Changes.printed((Insert) parts));
  }

  private static CompiledOrm change(Statement statement) {
    Criteria criteria = Criteria.of(orm(statement).loaderOptions());
    Strip strip = new Strip(criteria);
    Statement parts = Nested.within(statement, criteria, strip).statement(statement);
    if (parts instanceof DmlStatement<?> change) {
      return Changes.compile(change, criteria, strip);
    }
    return ofCore(strip.statement(parts));
  }

  private static CompiledOrm ofCore(Statement statement) {
    return new CompiledOrm(statement, List.of(), false, true, LoaderOptions.NONE);
  }

  /** The conditions of {@code with_loader_criteria()} that a statement has for its entity. */
  public static List<ColumnElement> loaderCriteria(DmlStatement<?> statement, OrmEntity entity) {
    return Criteria.of(orm(statement).loaderOptions()).of(entity);
  }

  /**
   * A statement whose rows text gives, once the database has told their columns.
   *
   * @param names what the columns are called, in their order
   * @return null if no text alone tells what the columns are
   */
  public static @Nullable CompiledOrm compileForRows(Statement statement, List<String> names) {
    if (statement instanceof Query query && query.statement() instanceof TextClause) {
      return compileForRows(QueryStatements.executed(query), names);
    }
    return statement instanceof FromStatement from && from.element() instanceof TextClause
        ? FromStatements.compile(from, names)
        : null;
  }

  private static OrmOptions orm(Statement statement) {
    StatementOptions options = StatementOptions.NONE;
    if (statement instanceof GenerativeSelect<?> select) {
      options = select.options();
    } else if (statement instanceof DmlStatement<?> change) {
      options = change.clauses().options();
    }
    return options.orm();
  }

  private static CompiledOrm select(Select select, @Nullable LoadPath start) {
    Criteria criteria = Criteria.of(select.options().orm().loaderOptions());
    Strip strip = new Strip(criteria);
    Select parts = (Select) new Nested(criteria, select, strip).rewrite(select);
    SelectState state = new SelectState(parts, criteria, strip, true, start);
    SelectResult result = state.compile();
    ToIntFunction<ColumnElement> places = places(result.select(), result.adapter());
    return new CompiledOrm(
        strip.statement(result.select()),
        RowParts.of(state.entities, places),
        state.joinedLoads.isMultiRow(),
        state.settings.loadsEagerly(),
        state.options);
  }

  /** Where a column is in the rows of a statement; -1 for nowhere. */
  private static ToIntFunction<ColumnElement> places(
      Select select, @Nullable ColumnAdapter adapter) {
    Map<ElementKey, Integer> places = new HashMap<>();
    List<ColumnElement> selected = select.selectedColumns();
    for (int i = 0; i < selected.size(); i++) {
      places.putIfAbsent(ElementKey.of(selected.get(i)), i);
    }
    return column -> {
      Integer own = places.get(ElementKey.of(column));
      if (own == null && adapter != null) {
        own = places.get(ElementKey.of(adapter.adapt(column)));
      }
      return own == null ? -1 : own;
    };
  }
}
