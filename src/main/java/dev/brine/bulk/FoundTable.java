package dev.brine.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request after the database was asked: what it calls things, and SQL for them.
 *
 * @param home its schema, or what MySQL calls a database; null if there is none
 * @param name how messages call the table
 * @param from the table in SQL
 */
record FoundTable(
    Vendor vendor,
    @Nullable String home,
    String name,
    String from,
    List<KeyColumn> key,
    FoundColumn column,
    @Nullable FoundColumn into,
    @Nullable String where) {

  FoundTable {
    key = List.copyOf(key);
  }

  List<String> keyNames() {
    return key.stream().map(KeyColumn::name).toList();
  }

  /** The column that takes the results. */
  FoundColumn target() {
    return into == null ? column : into;
  }

  /** {@code SELECT key, column FROM table}: what {@link #read} reads. */
  String select() {
    String columns =
        key.stream().map(each -> sql(each.column())).collect(Collectors.joining(", "))
            + ", "
            + sql(column)
            + (into == null ? "" : ", " + sql(into));
    return "SELECT " + columns + " FROM " + from;
  }

  /** The condition of the request as one of many: {@code (…)}; true if there is none. */
  String condition() {
    return where == null ? "1 = 1" : "(" + where + "\n)";
  }

  /** How many rows there are, those with NULL included. */
  long count(Connection connection) throws SQLException {
    String query = "SELECT count(*) FROM %s WHERE %s".formatted(from, condition());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  String sql(FoundColumn any) {
    return vendor.quoted(any.name());
  }

  /** The condition on a row's key, with a parameter for each of its columns. */
  String isKey() {
    return key.stream()
        .map(each -> sql(each.column()) + " = ?")
        .collect(Collectors.joining(" AND "));
  }

  /** Gives a statement the values of a key; tells the place of the next parameter. */
  int bindKey(PreparedStatement statement, int first, RowKey of) throws SQLException {
    int next = first;
    for (int i = 0; i < key.size(); i++) {
      key.get(i).bind(statement, next++, of.values().get(i));
    }
    return next;
  }

  /** The row that the cursor of {@link #select} is at. */
  SourceRow read(ResultSet row) throws SQLException {
    int next = 1;
    List<Object> values = new ArrayList<>();
    for (KeyColumn each : key) {
      values.add(each.read(row, next++));
    }
    return new SourceRow(
        new RowKey(keyNames(), values),
        column.read(row, next),
        into == null ? null : into.read(row, next + 1));
  }
}
