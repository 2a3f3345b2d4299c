package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.RelationshipOperators;
import dev.brine.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** The operators of relationships as a service for expressions. Stateless. */
public final class RelationshipComparisons implements RelationshipOperators {

  @Override
  public ColumnElement isSame(MappedAttribute relationship, @Nullable Object entity) {
    return Instances.isSame(relationship, entity(relationship, entity));
  }

  @Override
  public ColumnElement isOther(MappedAttribute relationship, @Nullable Object entity) {
    return Instances.isOther(relationship, entity(relationship, entity));
  }

  @Override
  public ColumnElement contains(MappedAttribute relationship, Object entity) {
    Entity member = entity(relationship, entity);
    if (member == null) {
      throw new UsageException(
          "'%s' contains no None".formatted(relationship.key()), "use any().not()");
    }
    return Instances.contains(relationship, member);
  }

  @Override
  public ColumnElement any(MappedAttribute relationship, @Nullable ColumnElement criterion) {
    return criterion == null
        ? Relationships.any(relationship)
        : Relationships.any(relationship, criterion);
  }

  @Override
  public ColumnElement has(MappedAttribute relationship, @Nullable ColumnElement criterion) {
    return criterion == null
        ? Relationships.has(relationship)
        : Relationships.has(relationship, criterion);
  }

  @Override
  public ColumnElement withParent(Object parent, MappedAttribute relationship) {
    Entity entity = entity(relationship, parent);
    if (entity == null) {
      throw new UsageException("there is no parent", "give withParent() an entity");
    }
    return Instances.withParent(entity, relationship);
  }

  private static @Nullable Entity entity(MappedAttribute relationship, @Nullable Object value) {
    if (value == null || value instanceof Entity) {
      return (Entity) value;
    }
    throw new UsageException(
        "the relationship '%s' is compared with entities, not with %s"
            .formatted(relationship.key(), value.getClass().getSimpleName()),
        "give it an Entity, or compare the columns");
  }
}
