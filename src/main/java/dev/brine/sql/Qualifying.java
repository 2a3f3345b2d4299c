package dev.brine.sql;

/** What columns are written with: {@code include_table} and {@code use_schema}. */
enum Qualifying {
  /** Their table, and its schema. */
  ALL,
  /** Their table without its schema. */
  TABLE,
  /** Their name alone. */
  NONE
}
