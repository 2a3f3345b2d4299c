package dev.brine.bulk;

import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * Whether rows can be gone through by a key: that it is never NULL and no two rows have the same.
 * Where no constraint says so, the database looks at all rows, once; rows would be passed over
 * silently otherwise.
 */
record KeyCheck(FoundTable table, boolean isUnique) {

  static KeyCheck of(FoundTable table, KeyLookup keys) throws SQLException {
    return new KeyCheck(table, keys.isUnique(table.keyNames()));
  }

  /**
   * Looks at the rows.
   *
   * @throws UsageException if the key will not do
   */
  void check(Connection connection) throws SQLException {
    for (KeyColumn key : table.key()) {
      if (key.column().isNullable() && exists(connection, withoutKey(key))) {
        throw new UsageException(
            "rows of %s have NULL in the key column %s".formatted(table.name(), key.name()),
            "choose another --key, or leave them out by --where");
      }
    }
    if (!isUnique && exists(connection, repeated())) {
      throw new UsageException(
          "several rows of %s have the same %s"
              .formatted(table.name(), String.join(", ", table.keyNames())),
          "--key must name columns that tell rows apart");
    }
  }

  private String withoutKey(KeyColumn key) {
    return "SELECT 1 FROM %s WHERE %s AND %s IS NULL LIMIT 1"
        .formatted(table.from(), table.condition(), table.sql(key.column()));
  }

  private String repeated() {
    String key =
        table.key().stream()
            .map(each -> table.sql(each.column()))
            .collect(Collectors.joining(", "));
    return "SELECT 1 FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1 LIMIT 1"
        .formatted(table.from(), table.condition(), key);
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
