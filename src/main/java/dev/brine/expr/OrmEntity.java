package dev.brine.expr;

/**
 * A mapped class where one selects from it: under its own name or under another. SQLAlchemy's
 * {@code Mapper} and {@code AliasedInsp} in the places where they are one kind of thing, {@code
 * _InternalEntityType} (rel_2_0_58, {@code orm/_typing.py}).
 */
public sealed interface OrmEntity extends FromClause permits AliasedEntity, MappedClass {

  /** The mapped class. */
  MappedEntity entity();
}
