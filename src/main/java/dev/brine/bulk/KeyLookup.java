package dev.brine.bulk;

import dev.brine.error.UsageException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the database's catalogue knows of a table's keys. */
record KeyLookup(
    DatabaseMetaData source, @Nullable String catalog, @Nullable String schema, String table) {

  /**
   * The columns of the primary key, in its order.
   *
   * @throws UsageException if there is none
   */
  List<String> primary() throws SQLException {
    Map<Integer, String> byPlace = primaryByPlace();
    if (byPlace.isEmpty()) {
      throw new UsageException(
          "the table %s has no primary key".formatted(table),
          "--key names the columns that tell its rows apart");
    }
    return List.copyOf(byPlace.values());
  }

  private Map<Integer, String> primaryByPlace() throws SQLException {
    Map<Integer, String> byPlace = new TreeMap<>();
    try (ResultSet rows = source.getPrimaryKeys(catalog, schema, table)) {
      while (rows.next()) {
        byPlace.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return byPlace;
  }

  /** Whether a constraint or index says that no two rows have the same values in the columns. */
  boolean isUnique(Collection<String> columns) throws SQLException {
    Collection<String> primary = primaryByPlace().values();
    if (!primary.isEmpty() && columns.containsAll(primary)) {
      return true;
    }
    Map<String, Set<String>> indexes = new TreeMap<>();
    Set<String> partial = new HashSet<>();
    try (ResultSet rows = source.getIndexInfo(catalog, schema, table, true, true)) {
      while (rows.next()) {
        String index = rows.getString("INDEX_NAME");
        String column = rows.getString("COLUMN_NAME");
        if (index == null) {
          continue;
        }
        indexes.computeIfAbsent(index, name -> new HashSet<>()).add(String.valueOf(column));
        if (rows.getString("FILTER_CONDITION") != null) {
          partial.add(index);
        }
      }
    }
    indexes.keySet().removeAll(partial);
    return indexes.values().stream().anyMatch(columns::containsAll);
  }
}
