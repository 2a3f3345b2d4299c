package dev.brine;

import dev.brine.codec.EntityResolver;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.UnmappedClass;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperRegistry;
import dev.brine.pickle.PyGlobal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Python classes by the mappers of a registry; without one each stands for itself. Thread-safe. */
final class ClassResolver implements EntityResolver {

  private final @Nullable MapperRegistry mappers;
  private final Map<PyGlobal, MappedEntity> unmapped = new ConcurrentHashMap<>();

  ClassResolver(@Nullable MapperRegistry mappers) {
    this.mappers = mappers;
  }

  @Override
  public MappedEntity mapped(PyGlobal cls) {
    return mappers == null ? unmapped(cls) : mappers.mapper(cls.path());
  }

  @Override
  public MappedEntity mappedOrBase(PyGlobal cls) {
    Mapper mapper = mappers == null ? null : mappers.findMapper(cls.path());
    return mapper == null ? unmapped(cls) : mapper;
  }

  private MappedEntity unmapped(PyGlobal cls) {
    return unmapped.computeIfAbsent(cls, each -> new UnmappedClass(each.module(), each.name()));
  }
}
