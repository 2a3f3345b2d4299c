package dev.brine.orm.compile;

import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlClauses;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Statement;
import dev.brine.expr.Update;
import dev.brine.expr.ValuesRow;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Synonym;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    FromClause table = statement.table();
    OrmEntity subject = statement.clauses().options().orm().subject();
    OrmEntity entity = table instanceof OrmEntity mapped ? mapped : subject;
    Statement changed =
        entity == null || !statement.clauses().options().orm().isOrm()
            ? statement
            : new Changes(entity, criteria).changed(statement);
    List<QueryEntity> returned = QueryEntities.of(statement.clauses().returning());
    boolean hasEntities = returned.stream().anyMatch(each -> each.entity() != null);
    Statement core = strip.statement(changed);
    return new CompiledOrm(
        core,
        hasEntities ? RowParts.of(planned(returned), places(core)) : List.of(),
        false,
        true,
        LoaderOptions.NONE);
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
    for (ColumnProperty property : mapper.columnAttrs()) {
      plan.attribute(property, AttributePlan.Source.ROW, property.expression());
    }
    mapper
        .relationships()
        .forEach(each -> plan.relationship(each, each.lazy(), path.to(each), null, null));
    return plan;
  }

  private static ToIntFunction<ColumnElement> places(Statement statement) {
    Map<ElementKey, Integer> places = new HashMap<>();
    List<ColumnElement> selected = statement.selectedColumns();
    for (int i = 0; i < selected.size(); i++) {
      places.putIfAbsent(ElementKey.of(selected.get(i)), i);
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
          clauses(update.clauses()));
    }
    Delete delete = (Delete) statement;
    return new Delete(mapper.localTable(), where(delete.where()), clauses(delete.clauses()));
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
        clauses(insert.clauses()));
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

  private DmlClauses clauses(DmlClauses clauses) {
    List<ClauseElement> returning = new ArrayList<>();
    for (ClauseElement each : clauses.returning()) {
      if (each instanceof MappedClass mapped) {
        returning.addAll(columns(Entities.mapper(mapped)));
      } else {
        returning.add(each);
      }
    }
    return clauses.returning(returning);
  }

  /** What is returned of an entity: the columns of its tables, and no computed values. */
  private static List<ColumnElement> columns(Mapper target) {
    return target.columnAttrs().stream()
        .filter(ColumnProperty::isColumn)
        .map(ColumnProperty::expression)
        .toList();
  }
}
