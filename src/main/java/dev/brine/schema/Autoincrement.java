package dev.brine.schema;

/** Whether the database makes a column's value up: {@code Column(autoincrement=…)}. */
public enum Autoincrement {
  /** {@code "auto"}: if it is the only column of the primary key and nothing speaks against it. */
  AUTO,
  /** {@code True}. */
  ALWAYS,
  /** {@code False}. */
  NEVER,
  /** {@code "ignore_fk"}: as {@link #AUTO}, although it refers to another table. */
  IGNORE_FOREIGN_KEY
}
