package dev.brine.orm.compile;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Composite;
import dev.brine.mapping.Hybrid;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import dev.brine.mapping.Synonym;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an attribute of a mapped class is in an expression: its {@code __clause_element__}. */
final class Attributes {

  private Attributes() {}

  /** The column or expression of an attribute, or a bundle of them; null for a relationship. */
  static @Nullable ColumnElement value(MappedAttribute attribute) {
    return value(attribute.parent(), Entities.mapper(attribute.parent()).property(attribute.key()));
  }

  private static @Nullable ColumnElement value(OrmEntity parent, MapperProperty property) {
    Mapper mapper = Entities.mapper(parent);
    if (property instanceof ColumnProperty column) {
      return new AnnotatedColumn(
          adapted(parent, column.expression()), OrmAnnotations.of(parent, column.key()));
    }
    if (property instanceof Synonym synonym) {
      return value(parent, mapper.property(synonym.target()));
    }
    if (property instanceof Composite composite) {
      List<ClauseElement> columns = new ArrayList<>();
      for (String key : composite.attributes()) {
        ColumnElement column = value(parent, mapper.property(key));
        if (column != null) {
          columns.add(column);
        }
      }
      return new Bundle(composite.key(), columns, false);
    }
    if (property instanceof Hybrid hybrid) {
      ColumnElement expression = hybrid.expression();
      if (expression != null) {
        return new AnnotatedColumn(
            adapted(parent, expression), OrmAnnotations.of(parent, hybrid.key()));
      }
    }
    if (property instanceof Relationship) {
      return null;
    }
    throw new UnsupportedConstructException(
        "the attribute '%s' of '%s' has no expression"
            .formatted(property.key(), mapper.className()),
        "use the columns that it is made of");
  }

  private static ColumnElement adapted(OrmEntity parent, ColumnElement expression) {
    return parent instanceof AliasedEntity aliased
        ? Entities.adapter(aliased).adapt(expression)
        : expression;
  }

  /** The condition that a relationship stands for as a value. */
  static ColumnElement condition(MappedAttribute attribute) {
    OrmEntity parent = attribute.parent();
    Relationship relationship = Entities.mapper(parent).relationship(attribute.key());
    FromClause source =
        parent instanceof AliasedEntity aliased
            ? aliased.alias()
            : relationship.parent().selectable();
    RelationshipJoin join =
        RelationshipJoin.of(
            relationship, source, null, attribute.ofType(), true, attribute.extraCriteria());
    ColumnElement second = join.secondaryjoin();
    return second == null ? join.primaryjoin() : join.primaryjoin().and(second);
  }
}
