package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Alias;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ElementNames;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromHint;
import dev.brine.expr.Insert;
import dev.brine.expr.LabelName;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.OnConflict;
import dev.brine.expr.SelectNames;
import dev.brine.expr.SelectedColumn;
import dev.brine.expr.Update;
import dev.brine.expr.ValuesRow;
import dev.brine.sql.Scope.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * INSERT, UPDATE and DELETE: {@code visit_insert()}, {@code visit_update()} and {@code
 * visit_delete()} (rel_2_0_58, {@code sql/compiler.py}). The parts are compiled in SQLAlchemy's
 * order, which is that in which parameters are met and named.
 */
final class DmlCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;

  DmlCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  private DmlRules rules() {
    return compilation.rules().dml();
  }

  /** Something where a FROM element stands. */
  Fragment from(FromClause from) {
    return compiler.compile(from, compiler.scope().from(true));
  }

  /** FROM elements with commas between them. */
  Fragment froms(List<FromClause> froms) {
    return Fragment.join(", ", froms, this::from);
  }

  StatementCompiler compiler() {
    return compiler;
  }

  Compilation compilation() {
    return compilation;
  }

  private CrudContext context() {
    boolean isInCte = compiler.scope().visitedCte() != null;
    boolean isTopLevel = compilation.stack().isEmpty() && !isInCte;
    return new CrudContext(
        isTopLevel, isInCte, compilation.options().forMany(), compilation.options().columnKeys());
  }

  /** Compiles a statement, and puts the CTEs it needs before it. */
  private Fragment within(
      DmlStatement<?> statement, List<FromClause> froms, Supplier<Fragment> compile) {
    if (!statement.clauses().returning().isEmpty()
        && statement.clauses().returnDefaults() != null) {
      throw new CompileException(
          "Can't compile statement that includes returning() and return_defaults() simultaneously",
          "use one of the two");
    }
    Set<ElementKey> keys = froms.stream().map(ElementKey::of).collect(Collectors.toSet());
    CompileStack.Entry entry = new CompileStack.Entry(keys, keys, null, null, false);
    Scope inside = compiler.scope().without(Place.COLUMNS, Place.RESULT);
    return compilation.stack().within(entry, () -> compiler.within(inside, compile));
  }

  /** WITH, as far as no statement around writes it. */
  private Fragment ctes(CrudContext context, boolean isAlsoOfNext) {
    return compilation
        .ctes()
        .clause(context.isTopLevel() ? 0 : compilation.stack().depth(), isAlsoOfNext);
  }

  private Fragment prefixes(DmlStatement<?> statement) {
    Fragment written = compiler.affixes(statement.clauses().options().prefixes());
    return written.isEmpty() ? written : Fragment.of(written, " ");
  }

  /** Hints of this dialect, by what they are about. */
  private Map<ElementKey, String> hints(DmlStatement<?> statement) {
    Map<ElementKey, String> hints = new HashMap<>();
    for (FromHint hint : statement.clauses().options().hints()) {
      if (compiler.isMeant(hint.dialect())) {
        hints.put(ElementKey.of(hint.from()), compiler.hintText(hint.text()));
      }
    }
    return hints;
  }

  /** The table with the hint about it. */
  private Fragment hinted(Fragment table, DmlStatement<?> statement) {
    String hint = hints(statement).get(ElementKey.of(statement.table()));
    return hint == null ? table : compilation.rules().hinted(table, hint);
  }

  Fragment insert(Insert insert) {
    CrudContext context = context();
    return within(insert, List.of(), () -> insert(insert, context));
  }

  private Fragment insert(Insert insert, CrudContext context) {
    DmlTables tables = DmlTables.single(insert.table());
    ReturningPlan plan = ReturningPlan.of(insert, insert.table(), rules(), context);
    Crud crud = new Crud(compiler, compilation, insert, tables, context, plan);
    InsertSource source = InsertSource.of(insert, crud, rules());
    Fragment prefixes = prefixes(insert);
    Fragment table = hinted(insertedTable(insert.table()), insert);
    compiler.independentCtes(insert.clauses().options().ctes());
    Fragment returning = returning(insert, plan, context);
    Fragment rows = source.rows(compiler);
    boolean followsInsert = source.select() != null && rules().can(DmlFeature.CTE_FOLLOWS_INSERT);
    Fragment before = followsInsert ? ctes(context, true) : Fragment.EMPTY;
    OnConflict onConflict = insert.onConflict();
    Fragment conflict =
        onConflict == null ? Fragment.EMPTY : rules().onConflict(this, insert, onConflict);
    boolean isFirst = rules().can(DmlFeature.RETURNING_PRECEDES_VALUES);
    return Fragment.of(
        rules().can(DmlFeature.CTE_FOLLOWS_INSERT) ? Fragment.EMPTY : ctes(context, true),
        "INSERT ",
        prefixes,
        "INTO ",
        table,
        source.columns(),
        isFirst ? spaced(returning) : Fragment.EMPTY,
        source.select() == null ? rows : Fragment.of(" ", before, rows),
        spaced(conflict),
        isFirst ? Fragment.EMPTY : spaced(returning));
  }

  /** An alias stands for itself there, which no database takes. */
  private Fragment insertedTable(FromClause table) {
    return table instanceof Alias ? name(table) : from(table);
  }

  /** The name of a FROM element, where it is not declared. */
  Fragment name(FromClause from) {
    LabelName name = ElementNames.tableName(from);
    return name == null
        ? from(from)
        : Fragment.of(
            compilation
                .rules()
                .identifiers()
                .quote(compilation.names().printed(NameMap.Kind.ALIAS, name)));
  }

  Fragment update(Update update) {
    CrudContext context = context();
    List<Assignment> values = update.values();
    DmlTables tables =
        DmlTables.of(update.table(), update.where(), values == null ? List.of() : values, rules());
    return within(update, tables.all(), () -> update(update, tables, context));
  }

  private Fragment update(Update update, DmlTables tables, CrudContext context) {
    List<FromClause> others = tables.othersToWrite();
    Fragment prefixes = prefixes(update);
    Fragment updated = rules().updatedTables(this, update.table(), others);
    ReturningPlan plan = ReturningPlan.of(update, tables.primary(), rules(), context);
    Crud crud = new Crud(compiler, compilation, update, tables, context, plan);
    Fragment set =
        Fragment.join(
            ", ",
            crud.values(update.values()),
            each -> Fragment.of(each.target(), "=", each.value()));
    compiler.independentCtes(update.clauses().options().ctes());
    boolean isFirst = rules().can(DmlFeature.RETURNING_PRECEDES_VALUES);
    Fragment early = isFirst ? returning(update, plan, context) : Fragment.EMPTY;
    Fragment from =
        tables.isMany()
            ? behindFrom(update, () -> rules().updateFrom(this, update.table(), others))
            : Fragment.EMPTY;
    Fragment where = where(update.where());
    Fragment late = isFirst ? Fragment.EMPTY : returning(update, plan, context);
    return Fragment.of(
        ctes(context, false),
        "UPDATE ",
        prefixes,
        hinted(updated, update),
        " SET ",
        set,
        spaced(early),
        spaced(from),
        where,
        spaced(Fragment.of(rules().limit(update))),
        spaced(late));
  }

  Fragment delete(Delete delete) {
    CrudContext context = context();
    DmlTables tables = DmlTables.of(delete.table(), delete.where(), List.of(), rules());
    return within(delete, tables.all(), () -> delete(delete, tables, context));
  }

  private Fragment delete(Delete delete, DmlTables tables, CrudContext context) {
    Fragment prefixes = prefixes(delete);
    List<FromClause> others = tables.others();
    Fragment table = rules().deletedTable(this, delete.table(), others);
    ReturningPlan plan = ReturningPlan.of(delete, tables.primary(), rules(), context);
    plan.returnDeleted();
    compiler.independentCtes(delete.clauses().options().ctes());
    boolean isFirst = rules().can(DmlFeature.RETURNING_PRECEDES_VALUES);
    Fragment early = isFirst ? returning(delete, plan, context) : Fragment.EMPTY;
    Fragment using =
        tables.isMany()
            ? behindFrom(delete, () -> rules().deleteUsing(this, delete.table(), others))
            : Fragment.EMPTY;
    Fragment where = where(delete.where());
    Fragment late = isFirst ? Fragment.EMPTY : returning(delete, plan, context);
    return Fragment.of(
        ctes(context, false),
        "DELETE ",
        prefixes,
        "FROM ",
        hinted(table, delete),
        spaced(early),
        spaced(using),
        where,
        spaced(Fragment.of(rules().limit(delete))),
        spaced(late));
  }

  /** Compiles the FROM or USING of a statement, with the hints about what is listed there. */
  private Fragment behindFrom(DmlStatement<?> statement, Supplier<Fragment> compile) {
    return compiler.within(compiler.scope().hinted(hints(statement)), compile);
  }

  private Fragment where(List<ColumnElement> conditions) {
    Fragment where = Fragment.join(" AND ", Conditions.forAnd(conditions), compiler::compile);
    return where.isEmpty() ? where : Fragment.of(" WHERE ", where);
  }

  private static Fragment spaced(Fragment clause) {
    return clause.isEmpty() ? clause : Fragment.of(" ", clause);
  }

  /** RETURNING; values are never written into it, as SQLAlchemy forgets to. */
  private Fragment returning(DmlStatement<?> statement, ReturningPlan plan, CrudContext context) {
    List<? extends ClauseElement> wanted =
        plan.returned().isEmpty() ? statement.clauses().returning() : plan.returned();
    if (context.isTopLevel()) {
      compilation.noteChange(statement, plan);
    }
    if (wanted.isEmpty()) {
      return Fragment.EMPTY;
    }
    KnownColumns.require(wanted);
    Scope scope =
        Scope.TOP
            .result(context.isTopLevel())
            .qualifying(rules().returnsBareColumns() ? Qualifying.NONE : Qualifying.ALL);
    List<SelectedColumn> columns =
        new SelectNames(compilation.elementNames(), LabelStyle.DISAMBIGUATE_ONLY)
            .printed(DmlStatement.flattened(List.copyOf(wanted)));
    return rules().returning(this, statement, columns, scope);
  }

  /** The rows of an INSERT of many, each as assignments to columns. */
  static List<List<Assignment>> rows(Insert insert) {
    List<ColumnRef> columns = insert.table().columns();
    List<List<Assignment>> rows = new ArrayList<>();
    for (ValuesRow row : insert.rows()) {
      if (row instanceof ValuesRow.OfColumns given) {
        rows.add(given.assignments());
      } else {
        KnownColumns.require(insert.table());
        List<@Nullable Object> values = ((ValuesRow.InOrder) row).values();
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
          assignments.add(Assignment.of(columns.get(i).key(), values.get(i)));
        }
        rows.add(assignments);
      }
    }
    return rows;
  }
}
