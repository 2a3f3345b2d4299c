package dev.brine.orm;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.LoadElement;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.AttributePlan;
import dev.brine.orm.compile.EntityPlan;
import dev.brine.orm.compile.RelationshipPlan;
import org.jspecify.annotations.Nullable;

/** What the plan of an entity means for the attributes of one class that its rows are of. */
final class PopulatorsOfPlan {

  private final Loading loading;
  private final EntityPlan plan;
  private final Mapper mapper;
  private final boolean isAdapted;
  private final Populators populators = new Populators();

  /**
   * For one class.
   *
   * @param isAdapted whether the entity stands under another name in the statement: then a column
   *     of a class below is found by what it is equal to
   */
  PopulatorsOfPlan(Loading loading, EntityPlan plan, Mapper mapper, boolean isAdapted) {
    this.loading = loading;
    this.plan = plan;
    this.mapper = mapper;
    this.isAdapted = isAdapted;
  }

  Populators make() {
    for (MapperProperty property : mapper.attrs()) {
      if (property instanceof ColumnProperty column && !isHidden(column)) {
        column(column);
      }
    }
    for (Relationship relationship : mapper.relationships()) {
      relationship(relationship);
    }
    return populators;
  }

  /**
   * Whether a column only tells the class of a row, in the union of the tables of concrete classes:
   * then it is no attribute of entities.
   */
  private static boolean isHidden(ColumnProperty property) {
    Mapper parent = property.parent();
    ColumnElement discriminator = parent.polymorphicOn();
    return parent.isConcrete()
        && discriminator instanceof ColumnRef column
        && column.table() != null
        && !ElementKey.of(column.table()).equals(ElementKey.of(parent.localTable()))
        && ElementKey.of(discriminator).equals(ElementKey.of(property.expression()));
  }

  private void column(ColumnProperty property) {
    AttributePlan found = attribute(property);
    String key = property.key();
    if (found == null) {
      if (!property.options().queryExpression()) {
        populators.expired().add(new Populators.Expired(key, !property.deferred()));
      }
      return;
    }
    switch (found.source()) {
      case ROW -> populators.quick().add(new Populators.Quick(key, found.index()));
      case DEFERRED -> deferred(property, false);
      case RAISES -> deferred(property, true);
      case KEPT -> {}
    }
  }

  /** What is deferred by the mapping needs no word for the entity itself. */
  private void deferred(ColumnProperty property, boolean raises) {
    if (property.options().queryExpression()) {
      return;
    }
    String key = property.key();
    if (property.deferred() && raises == property.options().raiseload()) {
      populators.expired().add(new Populators.Expired(key, false));
      return;
    }
    populators.fresh(
        key,
        (state, row) ->
            state.loadBy(key, each -> ColumnRefresh.loadDeferred(each, property, raises)));
  }

  private @Nullable AttributePlan attribute(ColumnProperty property) {
    AttributePlan found = null;
    for (AttributePlan each : plan.attributes()) {
      if (each.property().equals(property)) {
        return each;
      }
      if (isInherited(each.property(), property)) {
        found = each;
      }
    }
    return found == null && isAdapted ? equal(property) : found;
  }

  private @Nullable AttributePlan equal(ColumnProperty property) {
    for (AttributePlan each : plan.attributes()) {
      if (each.source() == AttributePlan.Source.ROW
          && KeyJoins.isEqual(mapper, property.expression(), each.property().expression())) {
        return each;
      }
    }
    return null;
  }

  /** Whether a property is what a class above has in the place of the mapper's own. */
  private boolean isInherited(MapperProperty planned, MapperProperty own) {
    return planned.key().equals(own.key()) && mapper.isa(planned.parent());
  }

  private void relationship(Relationship relationship) {
    RelationshipPlan found = null;
    for (RelationshipPlan each : plan.relationships()) {
      if (each.relationship().equals(relationship)
          || isInherited(each.relationship(), relationship)) {
        found = each;
      }
    }
    RelationshipPlan planned = found == null ? unplanned(relationship) : found;
    new RelationshipLoad(loading, plan, planned).addTo(populators);
  }

  /** That of a class below, which the statement does not select along. */
  private RelationshipPlan unplanned(Relationship relationship) {
    LoadElement option = loading.compiled().options().find(plan.path(), relationship);
    Object lazy = option == null ? null : option.strategy().get("lazy");
    Lazy how =
        lazy instanceof String name ? Lazy.of(name).orElse(Lazy.SELECT) : relationship.lazy();
    return new RelationshipPlan(relationship, how, plan.path().to(relationship), option, null);
  }
}
