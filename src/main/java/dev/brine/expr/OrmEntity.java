package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;

/**
 * A mapped class where one selects from it: under its own name or under another. SQLAlchemy's
 * {@code Mapper} and {@code AliasedInsp} in the places where they are one kind of thing, {@code
 * _InternalEntityType} (rel_2_0_58, {@code orm/_typing.py}).
 */
public sealed interface OrmEntity extends FromClause permits AliasedEntity, MappedClass {

  /** The mapped class. */
  MappedEntity entity();

  /**
   * An attribute that holds a value: {@code user.attr("name")} is Python's {@code User.name}.
   *
   * @throws UnresolvedReferenceException if the class has no such attribute, or is not mapped
   */
  default ColumnElement attr(String key) {
    ColumnElement expression = entity().attribute(key);
    if (expression == null) {
      throw EntityAttributes.unknown(this, key);
    }
    return new AnnotatedColumn(
        EntityAttributes.adapted(this, expression), OrmAnnotations.of(this, key));
  }

  /**
   * A relationship: {@code user.rel("addresses")} is Python's {@code User.addresses}.
   *
   * @throws UnresolvedReferenceException if the class has no such relationship, or is not mapped
   */
  default MappedAttribute rel(String key) {
    if (entity().target(key) == null) {
      throw EntityAttributes.unknown(this, key);
    }
    return new MappedAttribute(this, key);
  }
}
