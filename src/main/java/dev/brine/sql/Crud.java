package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Assignment;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.Update;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an INSERT or UPDATE sets its columns to: from its values, from the names of the
 * parameters it is run with, and from the columns' defaults. SQLAlchemy's {@code _get_crud_params}
 * (rel_2_0_58, {@code sql/crud.py}). Not thread-safe; one for each statement.
 */
final class Crud {

  /** The value of a column for which there is a parameter when the statement runs. */
  private static final Object REQUIRED = new Object();

  private final StatementCompiler compiler;
  private final DmlStatement<?> statement;
  private final DmlTables tables;
  private final CrudContext context;
  private final ReturningPlan plan;
  private final CrudTargets targets;
  private final CrudBinds binds;
  private final CrudDefaults defaults;
  private final List<DmlColumn> columns;
  private final Map<ColumnKey, @Nullable Object> parameters = new LinkedHashMap<>();
  private final Set<ColumnKey> checked = new HashSet<>();
  private final List<CrudValue> values = new ArrayList<>();

  Crud(
      StatementCompiler compiler,
      Compilation compilation,
      DmlStatement<?> statement,
      DmlTables tables,
      CrudContext context,
      ReturningPlan plan) {
    this.compiler = compiler;
    this.statement = statement;
    this.tables = tables;
    this.context = context;
    this.plan = plan;
    this.targets = new CrudTargets(compiler, compilation, tables);
    this.binds = new CrudBinds(compiler, compilation, context.isInCte());
    this.defaults = new CrudDefaults(compiler, compilation, plan, binds, targets);
    KnownColumns.add(statement, context.columnKeys());
    this.columns = DmlColumn.of(statement.table());
  }

  /** What is set, in order. */
  List<CrudValue> values(@Nullable List<Assignment> assignments) {
    if (context.columnKeys() == null && assignments == null) {
      return allRequired();
    }
    collect(assignments);
    List<Assignment> given = assignments == null ? List.of() : assignments;
    given.stream().filter(each -> each.key() == null).forEach(this::assignExpression);
    if (statement instanceof Update && tables.isMany()) {
      setColumnsOfOtherTables(given);
    }
    scan(statement instanceof Update update && update.isOrdered() ? given : List.of());
    refuseUnconsumed(given);
    return values;
  }

  /**
   * Without values and without parameters every column is a parameter; SQLAlchemy writes no table
   * before it, not even beside other tables (rel_2_0_58, {@code sql/crud.py}).
   */
  private List<CrudValue> allRequired() {
    for (DmlColumn column : columns) {
      values.add(
          new CrudValue(
              column, targets.name(column), binds.requiredAsParameter(column.key(), column)));
    }
    return values;
  }

  private void collect(@Nullable List<Assignment> assignments) {
    Map<ColumnKey, @Nullable Object> given = new LinkedHashMap<>();
    if (assignments != null) {
      for (Assignment assignment : assignments) {
        ColumnKey key = tables.key(assignment);
        // Of two for one column, by its key and by itself, the first one holds.
        if (key != null && !given.containsKey(key)) {
          given.put(key, assignment.value());
        }
      }
    }
    for (String name : context.columnKeys() == null ? List.<String>of() : context.columnKeys()) {
      ColumnKey key = ColumnKey.of(name);
      if (!given.containsKey(key)) {
        parameters.put(key, REQUIRED);
      }
    }
    given.forEach(parameters::putIfAbsent);
  }

  /** What is no column, such as an item of an array, is set as it stands. */
  private void assignExpression(Assignment assignment) {
    ColumnElement target = assignment.column();
    if (target != null) {
      Fragment written = targets.expression(target);
      ColumnElement expression = assignment.expression();
      Fragment value =
          expression == null
              ? binds.anonymous(assignment.value(), target.type())
              : binds.expression(expression, target.type());
      values.add(new CrudValue(null, written, value));
    }
  }

  /** Columns of tables besides the first one, which only some databases can set. */
  private void setColumnsOfOtherTables(List<Assignment> given) {
    Map<ElementKey, Assignment> byColumn = new LinkedHashMap<>();
    for (Assignment each : given) {
      if (each.column() instanceof ColumnRef column) {
        byColumn.put(ElementKey.of(column), each);
      }
    }
    List<FromClause> affected = new ArrayList<>();
    for (FromClause other : tables.others()) {
      for (DmlColumn column : DmlColumn.of(other)) {
        Assignment assignment = byColumn.get(ElementKey.of(column.ref()));
        if (assignment != null) {
          tables.refuseToSet(other);
          setColumnOfOtherTable(column, assignment);
          if (!affected.contains(other)) {
            affected.add(other);
          }
        }
      }
    }
    for (FromClause other : affected) {
      DmlColumn.of(other).stream()
          .filter(column -> !byColumn.containsKey(ElementKey.of(column.ref())))
          .forEach(column -> defaults.updateOther(column, tables.key(column), values));
    }
  }

  private void setColumnOfOtherTable(DmlColumn column, Assignment assignment) {
    ColumnKey key = tables.key(column);
    checked.add(key);
    Fragment target = targets.expression(column.ref());
    values.add(new CrudValue(column, target, value(assignment.value(), key.parameter(), column)));
  }

  private Fragment value(@Nullable Object value, String name, DmlColumn column) {
    if (value instanceof BindParameter bind) {
      return binds.given(bind, name, column);
    }
    if (value instanceof ColumnElement element) {
      return compiler.compile(element.selfGroup());
    }
    return value == REQUIRED ? binds.required(name, column) : binds.plain(name, value, column);
  }

  /** Goes through all columns of the table, those that were ordered first. */
  private void scan(List<Assignment> ordered) {
    for (DmlColumn column : inOrder(ordered)) {
      ColumnKey key = tables.key(column);
      if (parameters.containsKey(key) && !checked.contains(key)) {
        setParameter(column, key);
      } else if (statement instanceof Insert) {
        defaults.insert(column, values);
      } else {
        defaults.update(column, values);
      }
      plan.returnIfSupplemental(column.ref());
    }
    plan.returnOtherSupplemental();
  }

  private List<DmlColumn> inOrder(List<Assignment> ordered) {
    Map<String, DmlColumn> byKey = new LinkedHashMap<>();
    columns.forEach(column -> byKey.putIfAbsent(column.key(), column));
    List<DmlColumn> all = new ArrayList<>();
    for (Assignment each : ordered) {
      ColumnKey key = tables.key(each);
      DmlColumn column = key == null || key.table() != null ? null : byKey.remove(key.key());
      if (column != null) {
        all.add(column);
      }
    }
    if (all.isEmpty()) {
      return columns;
    }
    all.addAll(byKey.values());
    return all;
  }

  private void setParameter(DmlColumn column, ColumnKey key) {
    Object given = parameters.remove(key);
    boolean isFirstOfMany = statement instanceof Insert insert && !insert.rows().isEmpty();
    String name = isFirstOfMany ? key.parameter() + "_m0" : key.parameter();
    Fragment value = value(given, name, column);
    defaults.noteGiven(column, given, statement instanceof Insert);
    values.add(new CrudValue(column, targets.bare(column), value));
  }

  private void refuseUnconsumed(List<Assignment> given) {
    List<String> unknown = new ArrayList<>();
    for (Assignment each : given) {
      ColumnKey key = tables.key(each);
      if (key != null && parameters.containsKey(key) && !checked.contains(key)) {
        unknown.add(key.toString());
      }
    }
    if (!unknown.isEmpty()) {
      if (statement instanceof Update) {
        tables.refuseForeignColumns(given);
      }
      throw new CompileException(
          "Unconsumed column names: " + String.join(", ", unknown),
          "name only columns of the table");
    }
  }

  /** The columns that a SELECT fills, whose values are those of the SELECT. */
  CrudSelect select(Insert insert, ClauseElement select, List<String> names) {
    return new CrudSelect(insert, select, names, columns, targets, defaults);
  }

  /** The values of each row, of which the first one has been compiled. */
  List<Fragment> rows(List<List<Assignment>> rows, List<CrudValue> first) {
    return new CrudRows(compiler, binds, defaults).rows(rows, first);
  }
}
