package dev.brine.bulk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which column of which rows, as a person names them. Immutable.
 *
 * @param table its name, or {@code schema.name}; as it is written in the database, or in other case
 *     where that is not ambiguous
 * @param column the column that holds dumps
 * @param key the columns that tell rows apart, in the order that rows are gone through; empty for
 *     the primary key
 * @param where an SQL condition that rows must meet, passed on as it is; null for all rows
 * @param into the column that takes the results; null for {@code column} itself
 */
public record ColumnRequest(
    String table, String column, List<String> key, @Nullable String where, @Nullable String into) {

  public ColumnRequest {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    key = List.copyOf(key);
  }

  /** All rows of a table, by its primary key. */
  public static ColumnRequest of(String table, String column) {
    return new ColumnRequest(table, column, List.of(), null, null);
  }

  public ColumnRequest withKey(List<String> columns) {
    return new ColumnRequest(table, column, columns, where, into);
  }

  public ColumnRequest withWhere(@Nullable String condition) {
    return new ColumnRequest(table, column, key, condition, into);
  }

  public ColumnRequest withInto(@Nullable String other) {
    return new ColumnRequest(table, column, key, where, other);
  }
}
