package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Sql;
import dev.brine.mapping.ColumnPair;
import dev.brine.mapping.Direction;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relationships compared with entities, as SQLAlchemy compares them (rel_2_0_58, {@code
 * orm/relationships.py}). To be imported statically: {@code select(address).where(
 * isSame(address.rel("user"), ed))}. An entity's keys must be loaded.
 */
public final class Instances {

  private static final OrmAnnotations ADAPTABLE = new OrmAnnotations(null, null, true, false);

  private Instances() {}

  /**
   * {@code Address.user == ed}; with null {@code Address.user == None}.
   *
   * @throws UsageException if the relationship leads to a collection, unless it is compared with
   *     null
   */
  public static ColumnElement isSame(MappedAttribute attribute, @Nullable Entity entity) {
    Relationship relationship = Relationships.relationship(attribute);
    if (entity == null && relationship.direction() != Direction.MANY_TO_ONE) {
      return Relationships.exists(attribute, null).not();
    }
    requireScalar(relationship, entity);
    return adaptable(adapted(attribute.parent(), InstanceClause.leadingTo(relationship, entity)));
  }

  /**
   * {@code Address.user != ed}; with null {@code Address.user != None}.
   *
   * @throws UsageException as {@link #isSame} does
   */
  public static ColumnElement isOther(MappedAttribute attribute, @Nullable Entity entity) {
    Relationship relationship = Relationships.relationship(attribute);
    if (entity == null) {
      return relationship.direction() == Direction.MANY_TO_ONE
          ? adaptable(isSame(attribute, null).not())
          : Relationships.exists(attribute, null);
    }
    requireScalar(relationship, entity);
    return adaptable(isNone(attribute, relationship, entity));
  }

  /**
   * {@code User.addresses.contains(address)}.
   *
   * @throws UsageException if the relationship leads to one object
   */
  public static ColumnElement contains(MappedAttribute attribute, Entity entity) {
    Relationship relationship = Relationships.relationship(attribute);
    if (!relationship.uselist()) {
      throw new UsageException(
          "contains() is for collections, and '%s' is none".formatted(relationship),
          "use isSame()");
    }
    ColumnElement clause =
        adapted(attribute.parent(), InstanceClause.leadingTo(relationship, entity));
    return relationship.secondaryjoin() == null
        ? clause
        : new AnnotatedColumn(
            clause,
            new OrmAnnotations(null, null, false, false, isNone(attribute, relationship, entity)));
  }

  /** {@code with_parent(ed, User.addresses)}: those that the relationship of the entity holds. */
  public static ColumnElement withParent(Entity parent, MappedAttribute attribute) {
    ColumnElement clause = InstanceClause.ledToBy(Relationships.relationship(attribute), parent);
    OrmEntity ofType = attribute.ofType();
    return ofType == null ? clause : adapted(ofType, clause);
  }

  private static void requireScalar(Relationship relationship, @Nullable Entity entity) {
    if (entity != null && relationship.uselist()) {
      throw new UsageException(
          "'%s' is a collection, which is not equal to an object".formatted(relationship),
          "use contains()");
    }
  }

  /** {@code __negated_contains_or_equals}. */
  private static ColumnElement isNone(
      MappedAttribute attribute, Relationship relationship, Entity entity) {
    Mapper target = relationship.target();
    List<ColumnElement> parts = new ArrayList<>();
    if (isByKey(relationship)) {
      for (ColumnPair pair : relationship.localRemotePairs()) {
        ColumnElement column = adapted(attribute.parent(), pair.local());
        Object value = InstanceClause.value(target, entity, pair.remote());
        parts.add(Sql.or(column.ne(value), column.isNull()));
      }
      return Sql.and(parts.toArray(ColumnElement[]::new));
    }
    for (ColumnElement key : target.primaryKey()) {
      parts.add(key.eq(InstanceClause.value(target, entity, key)));
    }
    return Relationships.exists(attribute, Sql.and(parts.toArray(ColumnElement[]::new))).not();
  }

  /** Whether it leads to the row with a primary key that the parent has. */
  private static boolean isByKey(Relationship relationship) {
    if (relationship.direction() != Direction.MANY_TO_ONE || relationship.secondary() != null) {
      return false;
    }
    Set<ElementKey> remote = new HashSet<>();
    relationship.localRemotePairs().forEach(pair -> remote.add(ElementKey.of(pair.remote())));
    Set<ElementKey> key = new HashSet<>();
    relationship.target().primaryKey().forEach(column -> key.add(ElementKey.of(column)));
    return remote.equals(key);
  }

  private static ColumnElement adapted(OrmEntity entity, ColumnElement clause) {
    return entity instanceof AliasedEntity aliased
        ? Entities.adapter(aliased).adapt(clause)
        : clause;
  }

  private static ColumnElement adaptable(ColumnElement clause) {
    return new AnnotatedColumn(clause, ADAPTABLE);
  }
}
