package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.OrmEntity;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** Tells how the members of a row are read when the places of all columns are known. */
final class RowParts {

  private RowParts() {}

  static List<RowPart> of(List<QueryEntity> entities, ToIntFunction<ColumnElement> places) {
    return entities.stream().map(entity -> of(entity, places)).toList();
  }

  private static RowPart of(QueryEntity entity, ToIntFunction<ColumnElement> places) {
    if (entity instanceof QueryEntity.OfEntity mapped) {
      PlanBuilder plan = Objects.requireNonNull(mapped.plan, "set up before");
      return new RowPart.OfEntity(name(mapped.entity()), mapped.entity(), plan.build(places));
    }
    if (entity instanceof QueryEntity.OfBundle bundle) {
      return new RowPart.OfBundle(bundle.name, of(bundle.parts, places), bundle.isSingle);
    }
    QueryEntity.OfColumn column = (QueryEntity.OfColumn) entity;
    return new RowPart.OfValue(column.name, column.column, places.applyAsInt(column.fetched));
  }

  private static String name(OrmEntity entity) {
    return entity instanceof AliasedEntity aliased && aliased.name() != null
        ? aliased.name()
        : entity.entity().simpleName();
  }
}
