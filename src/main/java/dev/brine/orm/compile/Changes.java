package dev.brine.orm.compile;

import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlClauses;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Insert;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.expr.Update;
import dev.brine.expr.ValuesRow;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Synonym;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * INSERT, UPDATE and DELETE of mapped classes: SQLAlchemy's {@code BulkORMInsert}, {@code
 * BulkORMUpdate} and {@code BulkORMDelete} (rel_2_0_52, {@code orm/bulk_persistence.py}).
 */
final class Changes {

  private final Mapper mapper;
  private final OrmEntity entity;
  private final Criteria criteria;

  private Changes(OrmEntity entity, Criteria criteria) {
    this.entity = entity;
    this.mapper = Entities.mapper(entity);
    this.criteria = criteria;
  }

  static CompiledOrm compile(DmlStatement<?> statement, Criteria criteria, Strip strip) {
    OrmEntity entity = entity(statement);
    Statement changed =
        entity == null ? statement : new Changes(entity, criteria).changed(statement);
    List<QueryEntity> returned = QueryEntities.of(statement.clauses().returning());
    boolean hasEntities = returned.stream().anyMatch(QueryEntity.OfEntity.class::isInstance);
    boolean hasMore = hasEntities || returnsKeys(statement.clauses());
    Statement core = strip.statement(changed);
    return new CompiledOrm(
        core,
        hasMore ? RowParts.of(planned(returned), places(changed, core)) : List.of(),
        false,
        true,
        LoaderOptions.NONE);
  }

  /** An INSERT as Core compiles it, which returns whole tables of an entity. */
  static Insert printed(Insert insert) {
    List<ClauseElement> returned = new ArrayList<>();
    for (ClauseElement each : insert.clauses().returning()) {
      if (each instanceof MappedClass mapped) {
        returned.addAll(Entities.mapper(mapped).selectable().columns());
      } else {
        returned.add(each);
      }
    }
    OrmEntity entity = entity(insert);
    Insert whole = insert.withClauses(insert.clauses().returning(returned));
    return entity == null ? whole : new Changes(entity, Criteria.NONE).changed(whole);
  }

  /** What is changed; null for what the ORM has no part in. */
  private static @Nullable OrmEntity entity(DmlStatement<?> statement) {
    if (!statement.clauses().options().orm().isOrm()) {
      return null;
    }
    return statement.table() instanceof OrmEntity mapped
        ? mapped
        : statement.clauses().options().orm().subject();
  }

  private static boolean returnsKeys(DmlClauses clauses) {
    return Boolean.TRUE.equals(
        clauses.options().orm().compileOptions().get(OrmCompiler.RETURNS_KEYS));
  }

  private static List<QueryEntity> planned(List<QueryEntity> returned) {
    for (QueryEntity each : returned) {
      if (each instanceof QueryEntity.OfEntity entry) {
        entry.plan = plan(Entities.mapper(entry.entity()), LoadPath.of(entry.entity()));
      }
    }
    return returned;
  }

  private static PlanBuilder plan(Mapper mapper, LoadPath path) {
    PlanBuilder plan =
        new PlanBuilder(mapper, path, mapper.primaryKey(), mapper.polymorphicOn(), null);
    mapper.columnAttrs().stream()
        .filter(Changes::isReturned)
        .forEach(each -> plan.attribute(each, AttributePlan.Source.ROW, each.expression()));
    mapper
        .relationships()
        .forEach(each -> plan.relationship(each, each.lazy(), path.to(each), null, null));
    return plan;
  }

  /** Where a column of the statement is in its rows, as the ORM or as Core knows it. */
  private static ToIntFunction<ColumnElement> places(Statement changed, Statement core) {
    Map<ElementKey, Integer> places = new HashMap<>();
    for (Statement each : List.of(core, changed)) {
      List<ColumnElement> selected = each.selectedColumns();
      for (int i = 0; i < selected.size(); i++) {
        places.putIfAbsent(ElementKey.of(selected.get(i)), i);
      }
    }
    return column -> places.getOrDefault(ElementKey.of(column), -1);
  }

  private Statement changed(DmlStatement<?> statement) {
    if (statement instanceof Insert insert) {
      return changed(insert);
    }
    if (statement instanceof Update update) {
      return new Update(
          mapper.localTable(),
          assignments(update.values()),
          update.isOrdered(),
          where(update.where()),
          clauses(update.clauses(), false));
    }
    Delete delete = (Delete) statement;
    return new Delete(mapper.localTable(), where(delete.where()), clauses(delete.clauses(), true));
  }

  private Insert changed(Insert insert) {
    return new Insert(
        insert.flavour(),
        mapper.localTable(),
        assignments(insert.values()),
        insert.rows().stream().map(this::row).toList(),
        insert.selectNames(),
        insert.select(),
        insert.includesDefaults(),
        insert.isInline(),
        insert.onConflict(),
        insert.rowAlias(),
        clauses(insert.clauses(), true));
  }

  private ValuesRow row(ValuesRow row) {
    return row instanceof ValuesRow.OfColumns byColumn
        ? new ValuesRow.OfColumns(byColumn.assignments().stream().map(this::assignment).toList())
        : row;
  }

  private @Nullable List<Assignment> assignments(@Nullable List<Assignment> given) {
    return given == null ? null : given.stream().map(this::assignment).toList();
  }

  /** A name is that of an attribute, whose column may be called otherwise. */
  private Assignment assignment(Assignment given) {
    String name = given.name();
    MapperProperty property = name == null ? null : mapper.findProperty(name);
    if (property instanceof Synonym synonym) {
      property = mapper.findProperty(synonym.target());
    }
    return property instanceof ColumnProperty column
        ? Assignment.of(column.expression(), given.value())
        : given;
  }

  private List<ColumnElement> where(List<ColumnElement> given) {
    List<ColumnElement> all = new ArrayList<>(given);
    all.addAll(criteria.of(entity));
    ColumnElement single = mapper.singleTableCriterion();
    if (single != null) {
      all.add(single);
    }
    return all;
  }

  /**
   * @param keysFirst whether keys stand before all else that is returned, rather than each column
   *     in the order of the table
   */
  private DmlClauses clauses(DmlClauses clauses, boolean keysFirst) {
    List<ClauseElement> asked = asked(clauses);
    if (!returnsKeys(clauses)) {
      return clauses.returning(asked);
    }
    Map<Object, ClauseElement> once = new LinkedHashMap<>();
    asked.forEach(column -> once.putIfAbsent(key(column), column));
    return clauses.returning(withKeys(once, keysFirst));
  }

  /** Of an entity the columns that are not returned yet; each column that is asked for itself. */
  private static List<ClauseElement> asked(DmlClauses clauses) {
    List<ClauseElement> asked = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (ClauseElement each : clauses.returning()) {
      if (each instanceof MappedClass mapped) {
        columns(Entities.mapper(mapped)).stream()
            .filter(column -> seen.add(key(column)))
            .forEach(asked::add);
      } else {
        seen.add(key(each));
        asked.add(each);
      }
    }
    return asked;
  }

  private static Object key(ClauseElement element) {
    return element instanceof ColumnElement column
        ? ElementKey.of(SelectState.bare(column))
        : element;
  }

  /** As {@code return_defaults(*primary_key, supplemental_cols=…)} is compiled. */
  private List<ClauseElement> withKeys(Map<Object, ClauseElement> asked, boolean keysFirst) {
    Map<Object, ClauseElement> all = new LinkedHashMap<>();
    Set<ElementKey> keys = new HashSet<>();
    if (mapper.localTable() instanceof TableRef table) {
      table.primaryKey().forEach(column -> keys.add(ElementKey.of(column)));
    }
    for (ColumnRef column : mapper.localTable().columns()) {
      ElementKey key = ElementKey.of(column);
      if (keys.contains(key)) {
        all.putIfAbsent(key, asked.getOrDefault(key, column));
      } else if (!keysFirst && asked.containsKey(key)) {
        all.putIfAbsent(key, Objects.requireNonNull(asked.get(key)));
      }
    }
    asked.forEach(all::putIfAbsent);
    return List.copyOf(all.values());
  }

  /** Of an entity the columns of its tables are returned, but for computed and deferred ones. */
  private static boolean isReturned(ColumnProperty property) {
    return property.isColumn() && !property.deferred();
  }

  private static List<? extends ColumnElement> columns(Mapper target) {
    if (target.release().returnsWholeTables()) {
      return target.mappedTable().columns();
    }
    return target.columnAttrs().stream()
        .filter(Changes::isReturned)
        .map(ColumnProperty::expression)
        .toList();
  }
}
