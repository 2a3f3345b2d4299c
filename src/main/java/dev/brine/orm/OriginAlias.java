package dev.brine.orm;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.expr.UnaryExpression;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.EntityAliases;
import dev.brine.schema.Column;
import dev.brine.sql.ClauseAdapter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The entities of a first statement as an alias of their class, to join related ones to: {@code
 * SubqueryLoader._generate_from_original_query} (rel_2_0_58, {@code orm/strategies.py}).
 */
final class OriginAlias {

  private final Loading origin;
  private final Relationship relationship;
  private final OrmEntity lead;
  private final Mapper mapper;

  /**
   * For the entity that a relationship starts from.
   *
   * @param mapper the class of the entity in the first statement
   */
  OriginAlias(Loading origin, Relationship relationship, Mapper mapper) {
    this.origin = origin;
    this.relationship = relationship;
    boolean isBelow = relationship.parent().isa(mapper);
    this.mapper = isBelow ? relationship.parent() : mapper;
    lead = lead(mapper);
  }

  private OrmEntity lead(Mapper of) {
    return entities(original(origin.statement()).columns()).stream()
        .filter(
            entity ->
                entity.entity() instanceof Mapper each && of.baseMapper() == each.baseMapper())
        .findFirst()
        .orElse(new MappedClass(of));
  }

  AliasedEntity make() {
    return EntityAliases.of(mapper, select().subquery(), true);
  }

  private Select select() {
    Select original = original(origin.statement());
    List<ColumnElement> columns = columns();
    boolean isDistinct = isDistinct(original, columns);
    boolean isLimited =
        original.tail().limit() != null
            || original.tail().offset() != null
            || original.tail().fetch() != null;
    if (isLimited && isDistinct) {
      columns.addAll(orderColumns(original, columns));
    }
    Select.Builder changed =
        original.toBuilder().columns(List.copyOf(columns)).distinct(isDistinct);
    if (original.from().isEmpty()) {
      changed.from(List.copyOf(entities(original.columns())));
    }
    if (!isLimited) {
      changed.orderBy(List.of());
    }
    Select select = changed.build().correlate().setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
    return Statements.with(
        Statements.with(select, "_enable_eagerloads", false), "_render_for_subquery", true);
  }

  /** What a SELECT DISTINCT is ordered by is selected by it. */
  private static List<ColumnElement> orderColumns(Select original, List<ColumnElement> columns) {
    Set<ElementKey> present = new HashSet<>();
    columns.forEach(column -> present.add(ElementKey.of(bare(column))));
    List<ColumnElement> added = new ArrayList<>();
    for (ColumnElement each : original.tail().orderBy()) {
      ColumnElement column = each;
      while (column instanceof UnaryExpression unary) {
        column = unary.element();
      }
      if (present.add(ElementKey.of(bare(column)))) {
        added.add(column);
      }
    }
    return added;
  }

  private static ColumnElement bare(ColumnElement column) {
    return column instanceof AnnotatedColumn annotated ? annotated.element() : column;
  }

  /** Whether a statement is a SELECT, of which a subquery can be made. */
  static boolean isKnown(Statement statement) {
    return statement instanceof Select
        || (statement instanceof Query query && query.statement() == null);
  }

  private static Select original(Statement statement) {
    return statement instanceof Query query ? query.clauses() : (Select) statement;
  }

  /** The entities as the statement has them: an alias of a subquery is another once compiled. */
  private static List<OrmEntity> entities(List<? extends ClauseElement> columns) {
    List<OrmEntity> entities = new ArrayList<>();
    for (ClauseElement column : columns) {
      if (column instanceof OrmEntity entity && !entities.contains(entity)) {
        entities.add(entity);
      } else if (column instanceof Bundle bundle) {
        entities.addAll(entities(bundle.expressions()));
      }
    }
    return entities;
  }

  private List<ColumnElement> columns() {
    List<ColumnElement> columns = new ArrayList<>();
    for (ColumnElement column : relationship.condition().localColumns()) {
      ColumnProperty property = Objects.requireNonNull(mapper.propertyOf(column), column::toString);
      columns.add(adapted(SubqueryLoad.attribute(lead, property)));
    }
    return columns;
  }

  /** A class that is mapped to a subquery or an alias is selected from that. */
  private ColumnElement adapted(ColumnElement column) {
    return lead instanceof MappedClass mapped
            && mapped.entity().selectable() instanceof AliasedReturnsRows whole
        ? ClauseAdapter.to(whole).adapt(column)
        : column;
  }

  /** Whether the same values may come again, for they are no primary key. */
  private boolean isDistinct(Select original, List<ColumnElement> columns) {
    Boolean given = relationship.options().distinctTargetKey();
    if (given != null) {
      return given || original.isDistinct();
    }
    Set<ElementKey> keys = new HashSet<>();
    List<ElementKey> primaryKeys = new ArrayList<>();
    for (ColumnElement column : columns) {
      if (bare(column) instanceof ColumnRef ref && ref.table() != null) {
        keys.add(ElementKey.of(ref));
        FromClause table = ref.table();
        primaryKey(table).forEach(key -> primaryKeys.add(ElementKey.of(table.c(key))));
      }
    }
    return original.isDistinct() || !keys.containsAll(primaryKeys);
  }

  /** The keys of the columns of the primary key. */
  private static List<String> primaryKey(FromClause from) {
    if (from instanceof TableRef ref) {
      return ref.table().primaryKey().stream().map(Column::key).toList();
    }
    if (!(from instanceof AliasedReturnsRows whole)) {
      return List.of();
    }
    if (whole.source() instanceof FromClause element) {
      return primaryKey(element);
    }
    return whole.source() instanceof Statement statement
        ? primaryKey(whole.columns(), statement.selectedColumns())
        : List.of();
  }

  /** Of the columns of a subquery those that stand for a primary key within it. */
  private static List<String> primaryKey(List<ColumnRef> columns, List<ColumnElement> selected) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < columns.size() && i < selected.size(); i++) {
      if (selected.get(i) instanceof ColumnRef column
          && column.table() != null
          && primaryKey(column.table()).contains(column.key())) {
        keys.add(columns.get(i).key());
      }
    }
    return keys;
  }
}
