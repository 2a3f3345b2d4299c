package dev.brine.schema;

import dev.brine.error.UnresolvedReferenceException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables that persistent ids are resolved against, by their key. Immutable and thread-safe. */
public final class MetaData {

  private final Map<String, Table> tables;

  private MetaData(Map<String, Table> tables) {
    this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /** A collection of these tables. */
  public static MetaData of(Table... tables) {
    Builder builder = builder();
    for (Table table : tables) {
      builder.table(table);
    }
    return builder.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** All tables, in the order in which they were added. */
  public Collection<Table> tables() {
    return tables.values();
  }

  /** The table filed under this key ({@code name} or {@code schema.name}), or null. */
  public @Nullable Table findTable(String key) {
    return tables.get(key);
  }

  /**
   * The table filed under this key.
   *
   * @throws UnresolvedReferenceException if there is none; the hint names the nearest
   */
  public Table table(String key) {
    Table table = tables.get(key);
    if (table == null) {
      throw new UnresolvedReferenceException(
          "the metadata has no table '" + key + "'", NearestName.hint(key, tables.keySet()));
    }
    return table;
  }

  /** Collects tables. Not thread-safe. */
  public static final class Builder {

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a table.
     *
     * @throws IllegalArgumentException if its key is taken
     */
    public Builder table(Table table) {
      if (tables.putIfAbsent(table.key(), table) != null) {
        throw new IllegalArgumentException("table '" + table.key() + "' is there already");
      }
      return this;
    }

    public MetaData build() {
      return new MetaData(tables);
    }
  }
}
