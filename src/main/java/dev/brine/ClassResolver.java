package dev.brine;

import dev.brine.codec.EntityResolver;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.UnmappedClass;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperRegistry;
import dev.brine.pickle.PyGlobal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Python classes by the mappers of a registry; without one each stands for itself. Thread-safe. */
final class ClassResolver implements EntityResolver {

  private final @Nullable MapperRegistry mappers;
  private final Map<String, Function<MappedClass, ColumnElement>> criteria;
  private final Map<PyGlobal, MappedEntity> unmapped = new ConcurrentHashMap<>();

  ClassResolver(
      @Nullable MapperRegistry mappers,
      Map<String, Function<MappedClass, ColumnElement>> loaderCriteria) {
    this.mappers = mappers;
    this.criteria = loaderCriteria;
  }

  @Override
  public MappedEntity mapped(PyGlobal cls) {
    if (mappers == null) {
      return unmapped(cls);
    }
    UnmappedClass named = new UnmappedClass(cls.module(), cls.name());
    MappedEntity target = named.isTarget() ? target(named.foundBy()) : null;
    return target == null ? mappers.mapper(cls.path()) : target;
  }

  /** Where a relationship leads to, for a dump that names the class by that alone. */
  private @Nullable MappedEntity target(MappedAttribute relationship) {
    MappedEntity owner = relationship.parent().entity();
    return mapped(new PyGlobal(owner.module(), owner.qualifiedName())).target(relationship.key());
  }

  @Override
  public MappedEntity mappedOrBase(PyGlobal cls) {
    Mapper mapper = mappers == null ? null : mappers.findMapper(cls.path());
    return mapper == null ? unmapped(cls) : mapper;
  }

  @Override
  public @Nullable ColumnElement criteria(PyGlobal function, MappedEntity cls) {
    Function<MappedClass, ColumnElement> counterpart = criteria.get(function.path());
    return counterpart == null || !cls.isMapped() ? null : counterpart.apply(new MappedClass(cls));
  }

  private MappedEntity unmapped(PyGlobal cls) {
    return unmapped.computeIfAbsent(cls, each -> new UnmappedClass(each.module(), each.name()));
  }
}
