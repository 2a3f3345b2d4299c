package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Cte;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FromClause;
import dev.brine.expr.Select;
import dev.brine.expr.SelectBase;
import dev.brine.jooq.SetOperations.Arm;
import dev.brine.jooq.SetOperations.Operation;
import dev.brine.jooq.SortImport.SortTwin;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import dev.brine.jooq.TableImport.FromTwin;
import dev.brine.schema.MetaData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectFinalStep;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.WindowDefinition;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** One jOOQ SELECT as a statement; see {@link JooqImport}. Good for one query. */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class SelectImport {

  /** A query of a WITH clause and its mirror. */
  record CteTwin(Cte element, org.jooq.Select<?> mirror) {}

  private final ImportScope scope;
  private final SQLDialect dialect;
  private final FieldImport fields;
  private final TableImport tables;
  private final SortImport sorts;
  private SelectQuery<Record> mirror = DSL.using(SQLDialect.DEFAULT).selectQuery();
  private Select select = Select.of();

  SelectImport(@Nullable MetaData metadata, SQLDialect dialect) {
    this(new ImportScope(metadata), dialect);
  }

  SelectImport(ImportScope scope, SQLDialect dialect) {
    this.scope = scope;
    this.dialect = dialect;
    this.fields = new FieldImport(scope, dialect);
    this.tables = new TableImport(scope, fields);
    this.sorts = new SortImport(fields);
  }

  /** The parts of jOOQ's object model that are read. */
  Set<Class<?>> kinds() {
    Set<Class<?>> kinds = new HashSet<>(fields.kinds());
    kinds.addAll(tables.kinds());
    kinds.addAll(new GroupingImport(fields).kinds());
    kinds.add(QOM.Dual.class);
    return kinds;
  }

  SelectTwin read(org.jooq.Select<?> query) {
    refuseUnsupported(query);
    Printed printed = printed(query);
    SetOperations sets = SetOperations.of(printed);
    first(query, sets, printed);
    SelectBase whole =
        sets.isEmpty() ? correlated() : ordered(combined(correlated(), sets), query, sets);
    MirrorCheck.requireEqual(query, mirror);
    return new SelectTwin(whole, mirror);
  }

  /**
   * A query of a WITH clause.
   *
   * @param columns what its columns are called there; empty to leave them as they are
   * @param mayRecur whether it may select from itself
   */
  CteTwin readCte(org.jooq.Select<?> query, String name, List<String> columns, boolean mayRecur) {
    refuseUnsupported(query);
    Printed printed = printed(query);
    SetOperations sets = SetOperations.of(printed);
    if (!mayRecur || sets.isEmpty()) {
      SelectTwin read = read(query);
      return new CteTwin(RenamedColumns.of(read.element(), columns).cte(name), read.mirror());
    }
    first(query, sets, printed);
    Select first = (Select) RenamedColumns.of(correlated(), columns);
    Cte base = first.recursiveCte(name);
    scope.declareCte(name, base);
    boolean wasUsed = scope.isUsedCte(name);
    CompoundSelect whole = combined(first, sets);
    boolean isUsed = scope.isUsedCte(name) && !wasUsed;
    Cte cte = isUsed ? recursive(base, whole, sets) : ordered(whole, query, sets).cte(name);
    MirrorCheck.requireEqual(query, mirror);
    return new CteTwin(cte, mirror);
  }

  private static Cte recursive(Cte base, CompoundSelect whole, SetOperations sets) {
    boolean isUnion =
        switch (whole.keyword()) {
          case UNION, UNION_ALL -> true;
          default -> false;
        };
    refuse(!isUnion || !sets.order().isEmpty(), "a recursive query that is more than a UNION");
    SelectBase[] others =
        whole.selects().stream().skip(1).map(SelectBase.class::cast).toArray(SelectBase[]::new);
    return switch (whole.keyword()) {
      case UNION -> base.union(others);
      default -> base.unionAll(others);
    };
  }

  /** The query as it is printed for a database that knows all clauses. */
  private static Printed printed(org.jooq.Select<?> query) {
    SelectQuery<?> model =
        query instanceof SelectFinalStep<?> step ? step.getQuery() : (SelectQuery<?>) query;
    Printed all = Printed.of(query, SQLDialect.POSTGRES);
    return Objects.requireNonNull(all.find(model), "the query is a part of itself");
  }

  /** The query, or the first one of its set operations. */
  private void first(org.jooq.Select<?> query, SetOperations sets, Printed printed) {
    WithImport with = new WithImport(scope, dialect);
    mirror = query.$with() == null ? mirror : with.start(query.$with()).select().getQuery();
    fields.windows().define(query.$window());
    from(query);
    columns(query);
    where(query.$where());
    new GroupingImport(fields).read(query.$groupBy(), mirror).forEach(this::groupBy);
    having(query.$having());
    windows(query);
    for (SortField<?> sort : query.$orderBy()) {
      SortTwin read = sorts.read(sort);
      select = select.orderBy(read.element());
      mirror.addOrderBy(read.mirror());
    }
    distinct(query);
    LimitClause limits = sets.isEmpty() ? LimitClause.of(query) : sets.firstLimits();
    select = limits.on(select, mirror, fields);
    ForUpdate lock = new LockImport(fields, scope).read(printed, mirror);
    if (lock != null) {
      select = select.withForUpdate(lock);
    }
    if (sets.isEmpty()) {
      select = new HintImport().on(select, query, mirror);
    }
    Cte[] unused = with.unused(query.$with());
    if (unused.length > 0) {
      select = select.addCte(unused);
    }
  }

  private void groupBy(ColumnElement element) {
    select = select.groupBy(element);
  }

  /** Of what is around it, it is left what it refers to and no more. */
  private Select correlated() {
    return scope.isNested() ? select.correlate(scope.outside()) : select;
  }

  private CompoundSelect combined(Select first, SetOperations sets) {
    SelectBase whole = first;
    List<SelectBase> others = new ArrayList<>();
    org.jooq.Select all = mirror;
    for (int i = 0; i < sets.arms().size(); i++) {
      Arm arm = sets.arms().get(i);
      Operation operation = arm.operation();
      SelectTwin read = new SelectImport(scope.beside(), dialect).read(arm.query());
      all = operation.mirror().apply(all, read.mirror());
      others.add(read.element());
      boolean isLast = i == sets.arms().size() - 1;
      boolean goesOn =
          !isLast
              && operation.isAssociative()
              && sets.arms().get(i + 1).operation().equals(operation);
      if (!goesOn) {
        whole = operation.build().apply(whole, others.toArray(SelectBase[]::new));
        others.clear();
      }
    }
    return (CompoundSelect) whole;
  }

  private CompoundSelect ordered(
      CompoundSelect whole, org.jooq.Select<?> query, SetOperations sets) {
    CompoundSelect ordered = whole;
    for (SortField<?> sort : sets.order()) {
      SortTwin read = sorts.read(sort);
      ordered = ordered.orderBy(read.element());
      mirror.addOrderBy(read.mirror());
    }
    return LimitClause.of(query).on(ordered, mirror, fields);
  }

  /** What the object model does show, so that it can be called by its name. */
  private static void refuseUnsupported(org.jooq.Select<?> query) {
    refuse(query.$intoTable() != null, "SELECT … INTO");
    refuse(query.$groupByDistinct(), "GROUP BY DISTINCT");
    refuse(query.$qualify() != null && ConditionImport.isPresent(query.$qualify()), "QUALIFY");
  }

  private static void refuse(boolean isThere, String what) {
    if (isThere) {
      throw new JooqImportException(
          what + " cannot be imported", "write it with the fluent API of dev.brine.expr");
    }
  }

  private void from(org.jooq.Select<?> query) {
    for (Object table : query.$from()) {
      if (table instanceof QOM.Dual dual) {
        mirror.addFrom(dual);
        continue;
      }
      FromTwin read = tables.readWhole(table);
      select = select.selectFrom(read.from());
      mirror.addFrom(read.mirror());
    }
    select = select.where(tables.filters());
  }

  private void columns(org.jooq.Select<?> query) {
    if (query.$select().isEmpty()) {
      everyColumn(query);
      return;
    }
    List<ClauseElement> elements = new ArrayList<>();
    for (Object column : query.$select()) {
      Twin<Field> read = fields.read(column);
      elements.add(read.element());
      mirror.addSelect(read.mirror());
    }
    select = select.withOnlyColumns(elements.toArray(ClauseElement[]::new));
  }

  /** An empty select list is all fields of the tables if jOOQ knows them, else an asterisk. */
  private void everyColumn(org.jooq.Select<?> query) {
    List<Field<?>> known = new ArrayList<>();
    query.$from().forEach(table -> known.addAll(List.of(table.fields())));
    List<FromClause> froms = select.from();
    if (froms.isEmpty() || froms.stream().anyMatch(from -> from.columns().isEmpty())) {
      throw new JooqImportException(
          "it is not known which columns an asterisk stands for", "name them, or give metadata");
    }
    select = select.withOnlyColumns(froms.toArray(ClauseElement[]::new));
    mirror.addSelect(FieldImport.mirrors(fields.readAll(known)));
  }

  private void where(@Nullable Condition condition) {
    Twin<Condition> read = fields.conditions().readOrNull(condition);
    if (read != null) {
      select = select.where(read.element());
      mirror.addConditions(read.mirror());
    }
  }

  private void having(@Nullable Condition condition) {
    Twin<Condition> read = fields.conditions().readOrNull(condition);
    if (read != null) {
      select = select.having(read.element());
      mirror.addHaving(read.mirror());
    }
  }

  /** SQLAlchemy has no WINDOW clause: what refers to a window in it is given the window itself. */
  private void windows(org.jooq.Select<?> query) {
    for (WindowDefinition window : query.$window()) {
      mirror.addWindow(fields.windows().mirror(window));
    }
  }

  private void distinct(org.jooq.Select<?> query) {
    List<Field> on = new ArrayList<>();
    List<ColumnElement> elements = new ArrayList<>();
    for (Object entry : query.$distinctOn()) {
      Twin<Field> read = fields.read(entry);
      elements.add(read.element());
      on.add(read.mirror());
    }
    if (!on.isEmpty()) {
      select = select.distinct(elements.toArray(ColumnElement[]::new));
      mirror.addDistinctOn(on.toArray(Field[]::new));
    } else if (query.$distinct()) {
      select = select.distinct();
      mirror.setDistinct(true);
    }
  }
}
