package dev.brine.catalog;

import dev.brine.mapping.MapperRegistry;
import dev.brine.schema.MetaData;
import java.util.Objects;

/**
 * What an application has mapped: its tables, and its classes as far as the source tells of them.
 * Immutable and thread-safe.
 */
public record Catalog(MetaData metadata, MapperRegistry registry) {

  public Catalog {
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(registry, "registry");
  }

  /** Tables without classes. */
  public static Catalog of(MetaData metadata) {
    return new Catalog(metadata, MapperRegistry.of(metadata).build());
  }

  /** Classes, and the tables they are mapped to. */
  public static Catalog of(MapperRegistry registry) {
    return new Catalog(registry.metadata(), registry);
  }
}
