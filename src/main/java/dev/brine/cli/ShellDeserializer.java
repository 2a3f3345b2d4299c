package dev.brine.cli;

import dev.brine.Deserializer;
import dev.brine.LoadOptions;
import dev.brine.catalog.Catalog;
import dev.brine.pickle.ReadLimits;
import dev.brine.shape.PersistentId;

/**
 * Finds tables and columns in the metadata, and classes in the mapping if there is one; without one
 * each stands for itself. A shell has no session or engine of the kind that dumps refer to, so
 * these stay ids: what holds them can be carried over all the same.
 */
final class ShellDeserializer extends Deserializer {

  ShellDeserializer(Catalog catalog, ReadLimits limits) {
    super(options(catalog).withLimits(limits));
  }

  private static LoadOptions options(Catalog catalog) {
    LoadOptions tables = LoadOptions.NONE.withMetadata(catalog.metadata());
    return catalog.registry().mappers().isEmpty() ? tables : tables.withMappers(catalog.registry());
  }

  @Override
  protected Object persistentLoad(Object id) {
    PersistentId parsed = PersistentId.parse(id);
    boolean isOfElsewhere =
        parsed instanceof PersistentId.OfSession || parsed instanceof PersistentId.OfEngine;
    return isOfElsewhere ? parsed : super.persistentLoad(id);
  }
}
