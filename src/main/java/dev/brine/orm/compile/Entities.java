package dev.brine.orm.compile;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.WithPolymorphic;
import dev.brine.sql.ClauseAdapter;
import dev.brine.sql.ColumnAdapter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the compiler asks of an entity, be it a class or an alias of one. */
final class Entities {

  private Entities() {}

  static Mapper mapper(OrmEntity entity) {
    return mapper(entity.entity());
  }

  /**
   * The mapper of a class.
   *
   * @throws UnresolvedReferenceException if nobody said how it is mapped
   */
  static Mapper mapper(MappedEntity entity) {
    if (entity instanceof Mapper mapper) {
      return mapper;
    }
    throw new UnresolvedReferenceException(
        "the class '" + entity.className() + "' is not mapped",
        "give a mapping: a catalogue of the Python models, or a MapperRegistry built in Java");
  }

  /** What stands in FROM for an entity. */
  static FromClause selectable(OrmEntity entity) {
    return entity instanceof AliasedEntity aliased ? aliased.alias() : mapper(entity).selectable();
  }

  /** The classes whose attributes are selected with it; empty for its own alone. */
  static List<Mapper> polymorphicMappers(OrmEntity entity) {
    return entity instanceof AliasedEntity aliased
        ? aliased.polymorphic().stream().map(Entities::mapper).toList()
        : mapper(entity).withPolymorphicMappers();
  }

  /** What tells the class of its rows; null for nothing. */
  static @Nullable ColumnElement discriminator(OrmEntity entity) {
    return entity instanceof AliasedEntity aliased && aliased.discriminator() != null
        ? aliased.discriminator()
        : mapper(entity).polymorphicOn();
  }

  /** What a class of a {@code with_polymorphic()} is of; itself for any other entity. */
  static OrmEntity hierarchy(OrmEntity entity) {
    if (!(entity instanceof AliasedEntity part)) {
      return entity;
    }
    AliasedEntity whole = part.base() == null ? part : part.base();
    return whole.polymorphic().isEmpty() ? part : whole;
  }

  static boolean isSame(OrmEntity one, OrmEntity other) {
    return ElementKey.of(one).equals(ElementKey.of(other));
  }

  /** Whether a loader option or a join that starts at one entity is about another. */
  static boolean corresponds(OrmEntity given, OrmEntity entity) {
    if (entity instanceof AliasedEntity part) {
      return isSame(given, part) || (given instanceof AliasedEntity whole && isBase(whole, part));
    }
    if (given instanceof AliasedEntity aliased) {
      return aliased.usesMapperPath() && polymorphicMappers(aliased).contains(mapper(entity));
    }
    return mapper(entity).baseMapper() == mapper(given).baseMapper();
  }

  private static boolean isBase(AliasedEntity whole, AliasedEntity part) {
    return part.base() != null && isSame(whole, part.base());
  }

  /** What adapts the columns of a class to its alias: {@code AliasedInsp._adapter}. */
  static ColumnAdapter adapter(AliasedEntity entity) {
    return adapter(entity, entity.alias().columns());
  }

  /**
   * @param offered the columns of what it is selected from that are put in the place of others
   */
  static ColumnAdapter adapter(AliasedEntity entity, List<ColumnRef> offered) {
    Mapper mapper = mapper(entity);
    List<Mapper> mappers = polymorphicMappers(entity);
    List<FromClause> sources =
        (mappers.isEmpty() ? List.of(mapper) : mappers).stream().map(Mapper::selectable).toList();
    boolean isOnNames = entity.adaptsOnNames() || isMappedTo(mapper, entity.alias());
    ClauseAdapter.Rules rules =
        ClauseAdapter.Rules.DEFAULT
            .equivalents(equivalents(mapper))
            .adaptingOnNames(isOnNames)
            .anonymizingLabels();
    return ColumnAdapter.of(
        ClauseAdapter.to(entity.alias(), offered, isOnNames ? rules : rules.from(sources)));
  }

  /** Whether it is what the class is mapped to, as a dump holds it: then a union of its own. */
  private static boolean isMappedTo(Mapper mapper, FromClause alias) {
    return isMappedToAlias(mapper) && mapper.selectable().equals(alias);
  }

  /** The columns that are equal to each by the joins of the inheritance. */
  static Map<ElementKey, Collection<ColumnElement>> equivalents(Mapper mapper) {
    Map<ElementKey, Collection<ColumnElement>> byKey = new HashMap<>();
    mapper
        .equivalentColumns()
        .forEach((column, equal) -> byKey.put(ElementKey.of(column), List.copyOf(equal)));
    return byKey;
  }

  /** Whether what stands for a class in FROM is a subquery or alias, as for concrete unions. */
  static boolean isMappedToAlias(Mapper mapper) {
    WithPolymorphic with = mapper.withPolymorphic();
    return with != null && mapper.selectable() instanceof AliasedReturnsRows;
  }

  static boolean needsPolymorphicAdapter(Mapper mapper) {
    return isMappedToAlias(mapper) || isMappedToAlias(mapper.baseMapper());
  }
}
