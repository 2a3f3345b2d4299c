package dev.brine.sql;

import org.jspecify.annotations.Nullable;

/**
 * What the value of a column is filed under: its key, and in an UPDATE of many tables the name of
 * its table, unless that is the first one.
 */
record ColumnKey(@Nullable String table, String key) {

  static ColumnKey of(String key) {
    return new ColumnKey(null, key);
  }

  /** The name of the column's parameter. */
  String parameter() {
    return table == null ? key : table + "_" + key;
  }

  @Override
  public String toString() {
    return table == null ? key : "('" + table + "', '" + key + "')";
  }
}
