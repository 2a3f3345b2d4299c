package dev.brine.orm.compile;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.LoadElement;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.AttributePlan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** An {@link EntityPlan} while its columns have no places yet. */
final class PlanBuilder {

  private record Attribute(
      ColumnProperty property, Source source, @Nullable ColumnElement column) {}

  private record Below(ColumnProperty property, ColumnElement column) {}

  private record Related(
      Relationship relationship,
      Lazy lazy,
      LoadPath path,
      @Nullable LoadElement option,
      @Nullable PlanBuilder joined) {}

  private final Mapper mapper;
  private final LoadPath path;
  private final List<ColumnElement> identity;
  private final @Nullable ColumnElement discriminator;
  private final @Nullable LoadElement polymorphic;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Below> below = new ArrayList<>();
  private final List<Related> relationships = new ArrayList<>();

  PlanBuilder(
      Mapper mapper,
      LoadPath path,
      List<ColumnElement> identity,
      @Nullable ColumnElement discriminator,
      @Nullable LoadElement polymorphic) {
    this.mapper = mapper;
    this.path = path;
    this.identity = identity;
    this.discriminator = discriminator;
    this.polymorphic = polymorphic;
  }

  void attribute(ColumnProperty property, Source source, @Nullable ColumnElement column) {
    attributes.add(new Attribute(property, source, column));
  }

  /** One of a class below, which the statement does not select for the entity's sake. */
  void attributeBelow(ColumnProperty property, ColumnElement column) {
    below.add(new Below(property, column));
  }

  void relationship(
      Relationship relationship,
      Lazy lazy,
      LoadPath way,
      @Nullable LoadElement option,
      @Nullable PlanBuilder joined) {
    relationships.add(new Related(relationship, lazy, way, option, joined));
  }

  /** The plan, told the places of columns in the row; -1 for those that are not in it. */
  EntityPlan build(ToIntFunction<ColumnElement> places) {
    return new EntityPlan(
        mapper,
        path,
        identity.stream().map(places::applyAsInt).toList(),
        discriminator == null ? -1 : places.applyAsInt(discriminator),
        polymorphic,
        attributes(places),
        relationships.stream()
            .map(
                each ->
                    new RelationshipPlan(
                        each.relationship,
                        each.lazy,
                        each.path,
                        each.option,
                        each.joined == null ? null : each.joined.build(places)))
            .toList());
  }

  private List<AttributePlan> attributes(ToIntFunction<ColumnElement> places) {
    List<AttributePlan> plans = new ArrayList<>();
    attributes.forEach(each -> plans.add(attribute(each, places)));
    for (Below each : below) {
      int place = places.applyAsInt(each.column);
      if (place >= 0) {
        plans.add(new AttributePlan(each.property, Source.ROW, place));
      }
    }
    return plans;
  }

  private static AttributePlan attribute(Attribute attribute, ToIntFunction<ColumnElement> places) {
    int place = attribute.column == null ? -1 : places.applyAsInt(attribute.column);
    Source source =
        attribute.source == Source.ROW && place < 0 ? Source.DEFERRED : attribute.source;
    return new AttributePlan(attribute.property, source, place);
  }
}
