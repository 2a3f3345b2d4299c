package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.mapping.Mapper;

/** Aliases of mapped classes for the statements that loads send of their own. */
public final class EntityAliases {

  private EntityAliases() {}

  /** The class under a made-up name: {@code aliased(cls)}. */
  public static AliasedEntity of(Mapper mapper) {
    return of(mapper, false);
  }

  /**
   * The same.
   *
   * @param usesMapperPath whether loader options name it by the class
   */
  public static AliasedEntity of(Mapper mapper, boolean usesMapperPath) {
    return of(mapper, Anonymous.of(mapper.selectable(), false), usesMapperPath);
  }

  /** The class, selected from something. */
  public static AliasedEntity of(Mapper mapper, FromClause alias, boolean usesMapperPath) {
    return AliasedEntities.of(mapper, alias, usesMapperPath);
  }

  /** A column of the class as the alias has it: {@code AliasedInsp._adapt_element}. */
  public static ColumnElement adapt(AliasedEntity entity, ColumnElement column) {
    return Entities.adapter(entity).adapt(column);
  }
}
