package dev.brine.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request after the database was asked: what it calls things, and SQL for them.
 *
 * @param name how messages call the table
 * @param from the table in SQL
 */
record FoundTable(
    Vendor vendor,
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

  String sql(FoundColumn any) {
    return vendor.quoted(any.name());
  }

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
