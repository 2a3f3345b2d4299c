package dev.brine.cli;

import dev.brine.Deserializer;
import dev.brine.codec.PersistentId;
import dev.brine.schema.MetaData;

/**
 * Finds tables and columns in the metadata. A shell has no session or engine of the kind that dumps
 * refer to, so these stay ids: what holds them can be carried over all the same.
 */
final class ShellDeserializer extends Deserializer {

  ShellDeserializer(MetaData metadata) {
    super(metadata, null, null);
  }

  @Override
  protected Object persistentLoad(Object id) {
    PersistentId parsed = PersistentId.parse(id);
    boolean isHere =
        parsed instanceof PersistentId.OfTable || parsed instanceof PersistentId.OfColumn;
    return isHere ? super.persistentLoad(id) : parsed;
  }
}
