package dev.brine.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads given rows again and locks them, as far as the database has locks. For one thread. */
record RowLookup(FoundTable table, Connection connection) {

  /** Well below what databases allow of parameters, and of ORs in one another. */
  private static final int MOST = 100;

  /** The rows that still exist, by their keys as {@link KeyJson#typed} writes them. */
  Map<String, SourceRow> lock(List<RowKey> keys) throws SQLException {
    Map<String, SourceRow> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += MOST) {
      for (SourceRow row : some(keys.subList(from, Math.min(keys.size(), from + MOST)))) {
        found.put(KeyJson.typed(row.key()), row);
      }
    }
    return found;
  }

  private List<SourceRow> some(List<RowKey> keys) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query(keys.size()))) {
      int next = 1;
      for (RowKey key : keys) {
        next = table.bindKey(statement, next, key);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<SourceRow> found = new ArrayList<>();
        while (rows.next()) {
          found.add(table.read(rows));
        }
        return found;
      }
    }
  }

  private String query(int keys) {
    String condition =
        table.key().size() == 1
            ? table.sql(table.key().get(0).column())
                + " IN ("
                + String.join(", ", Collections.nCopies(keys, "?"))
                + ")"
            : "(" + String.join(" OR ", Collections.nCopies(keys, "(" + table.isKey() + ")")) + ")";
    return "%s WHERE %s AND %s%s"
        .formatted(table.select(), table.condition(), condition, table.vendor().lock());
  }
}
