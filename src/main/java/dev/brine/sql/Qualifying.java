package dev.brine.sql;

/** What columns are written with: {@code include_table}. */
enum Qualifying {
  /** Their table, and its schema. */
  ALL,
  /** Their name alone. */
  NONE
}
