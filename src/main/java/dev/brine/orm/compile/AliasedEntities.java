package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedEntity;
import dev.brine.mapping.Mapper;
import java.util.List;

/** Makes aliases of mapped classes that no statement named: {@code AliasedClass(mapper, …)}. */
final class AliasedEntities {

  private AliasedEntities() {}

  /**
   * The class, selected from something.
   *
   * @param usesMapperPath whether loader options name it by the class
   */
  static AliasedEntity of(Mapper mapper, FromClause alias, boolean usesMapperPath) {
    List<Mapper> with = mapper.withPolymorphicMappers();
    List<MappedEntity> polymorphic = with.isEmpty() ? List.of(mapper) : List.copyOf(with);
    return new AliasedEntity(
        mapper,
        alias,
        null,
        polymorphic,
        mapper.polymorphicOn(),
        false,
        false,
        false,
        usesMapperPath,
        null);
  }
}
