package dev.brine;

import dev.brine.pickle.ReadLimits;
import dev.brine.schema.Table;
import dev.brine.shape.PersistentId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads dumps without any metadata: each table is a {@linkplain Table#placeholder placeholder} that
 * makes up its columns, and sessions and engines stay ids. For looking at dumps and carrying them
 * over, not for running them. Thread-safe; all dumps read by one object share their tables.
 */
public final class PlaceholderDeserializer extends Deserializer {

  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  public PlaceholderDeserializer() {
    this(ReadLimits.DEFAULT);
  }

  public PlaceholderDeserializer(ReadLimits limits) {
    super(LoadOptions.NONE.withLimits(limits));
  }

  @Override
  protected Object persistentLoad(Object id) {
    PersistentId parsed = PersistentId.parse(id);
    if (parsed instanceof PersistentId.OfTable table) {
      return table(table.decodedKey());
    }
    if (parsed instanceof PersistentId.OfColumn column) {
      return table(column.decodedTableKey()).column(column.columnKey());
    }
    return mapped(parsed);
  }

  private Table table(String key) {
    return tables.computeIfAbsent(key, Table::placeholder);
  }
}
