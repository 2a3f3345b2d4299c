package dev.brine.orm;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.EntityAliases;
import dev.brine.orm.compile.LoadPath;
import dev.brine.orm.compile.RelationshipPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Related entities by one statement that holds the first one as a subquery: SQLAlchemy's {@code
 * SubqueryLoader} (rel_2_0_58, {@code orm/strategies.py}). It is sent when the first entity of the
 * parents is met.
 */
final class SubqueryLoad {

  private final Loading loading;
  private final RelationshipPlan plan;
  private final Relationship relationship;
  private @Nullable Map<List<@Nullable Object>, List<Entity>> related;

  private SubqueryLoad(Loading loading, RelationshipPlan plan) {
    this.loading = loading;
    this.plan = plan;
    relationship = plan.relationship();
  }

  /** The load of a relationship, one for all the classes whose rows have it. */
  static SubqueryLoad find(Loading loading, RelationshipPlan plan) {
    return loading.subquery(plan.path(), new SubqueryLoad(loading, plan));
  }

  /** Sets the relationship of an entity. */
  void populate(LoadedState state, Object[] row) {
    List<@Nullable Object> key = new ArrayList<>();
    for (ColumnElement column : localColumns()) {
      key.add(state.entity().get(property(state.mapper(), column).key()));
    }
    List<Entity> entities = run().getOrDefault(IdentityKey.comparable(key), List.of());
    state.put(relationship.key(), RelationshipLoad.value(relationship, entities));
  }

  private List<ColumnElement> localColumns() {
    return relationship.condition().localColumns();
  }

  private static ColumnProperty property(Mapper mapper, ColumnElement column) {
    return Objects.requireNonNull(mapper.propertyOf(column), column::toString);
  }

  /** Sends the statement, if it was not sent. */
  Map<List<@Nullable Object>, List<Entity>> run() {
    if (related != null) {
      return related;
    }
    Map<List<@Nullable Object>, List<Entity>> found = new HashMap<>();
    LoadSettings settings =
        LoadSettings.DEFAULT
            .populatingExisting(loading.settings().populatesExisting())
            .madeFrom(origin());
    EntityRows rows =
        loading.session().load(select(), plan.path(), settings, loading.params()).unique();
    for (List<@Nullable Object> row : rows.rows()) {
      found
          .computeIfAbsent(
              IdentityKey.comparable(row.subList(1, row.size())), key -> new ArrayList<>())
          .add((Entity) Objects.requireNonNull(row.get(0)));
    }
    related = found;
    return found;
  }

  /** The load whose statement everything is reached from. */
  private Loading origin() {
    Loading origin = loading.settings().origin();
    return origin == null ? loading : origin;
  }

  private Select select() {
    List<Relationship> steps = steps();
    AliasedEntity left = new OriginAlias(origin(), steps.get(0), lead()).make();
    AliasedEntity parent = steps.size() == 1 ? left : EntityAliases.of(lastParent(steps), true);
    OrmEntity target = target();
    List<ClauseElement> columns = new ArrayList<>(List.of(target));
    for (ColumnElement column : localColumns()) {
      columns.add(attribute(parent, property(relationship.parent(), column)));
    }
    Select select =
        Statements.of(target, LabelStyle.TABLENAME_PLUS_COL, columns.toArray(ClauseElement[]::new));
    for (MappedAttribute along : joins(steps, left, parent, target)) {
      select = select.join(new SetupJoin(along, null, null, false, false));
    }
    select = Statements.with(select, loading.options());
    select = Statements.with(select, "_enable_single_crit", false);
    return relationship.orderBy().isEmpty()
        ? select
        : Statements.with(select, "_eager_order_by", relationship.orderBy());
  }

  private OrmEntity target() {
    AliasedEntity polymorphic = loading.compiled().options().polymorphicEntity(plan.path());
    return polymorphic == null
        ? new dev.brine.expr.MappedClass(relationship.target())
        : polymorphic;
  }

  private LoadPath start() {
    return origin().start();
  }

  private Mapper lead() {
    return plan.path().mappers().get(start().depth());
  }

  /** The relationships from the entity of the first statement to this one. */
  private List<Relationship> steps() {
    LoadPath path = plan.path();
    List<Relationship> steps = new ArrayList<>();
    for (int i = start().depth(); i < path.depth() - 1; i++) {
      String step = path.steps().get(i);
      String key = step.substring(step.lastIndexOf('.') + 1);
      steps.add(path.mappers().get(i).relationship(key));
    }
    steps.add(relationship);
    return steps;
  }

  private static Mapper lastParent(List<Relationship> steps) {
    Relationship last = steps.get(steps.size() - 1);
    Mapper before = steps.get(steps.size() - 2).target();
    return before.isa(last.parent()) ? before : last.parent();
  }

  private static List<MappedAttribute> joins(
      List<Relationship> steps, AliasedEntity left, AliasedEntity parent, OrmEntity target) {
    List<MappedAttribute> joins = new ArrayList<>();
    OrmEntity from = left;
    for (int i = 0; i < steps.size(); i++) {
      int remaining = steps.size() - 1 - i;
      OrmEntity to = remaining == 0 ? target : remaining == 1 ? parent : between(steps.get(i));
      joins.add(new MappedAttribute(from, steps.get(i).key(), to, List.of()));
      from = to;
    }
    return joins;
  }

  private static AliasedEntity between(Relationship step) {
    return EntityAliases.of(step.target(), false);
  }

  /** An attribute of an entity as something to select. */
  static ColumnElement attribute(OrmEntity entity, ColumnProperty property) {
    ColumnElement column = property.expression();
    return entity instanceof AliasedEntity aliased ? EntityAliases.adapt(aliased, column) : column;
  }
}
