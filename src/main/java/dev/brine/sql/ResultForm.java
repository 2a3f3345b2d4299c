package dev.brine.sql;

/**
 * How what a database gives back is lined up with the columns of the statement, for text can hide
 * what it gives: {@code CursorResultMetaData._merge_cursor_description} of rel_2_0_52, {@code
 * engine/cursor.py}.
 */
public enum ResultForm {
  /** One by one: nothing is hidden. */
  ORDERED,
  /**
   * One by one if the database has as many columns; else by name, and what is not found has no
   * type.
   */
  LITERAL,
  /** The same, but the names are the database's: {@code *} or text is among the columns. */
  AD_HOC_TEXT,
  /** The statement's columns are the first of the database's, whose names it has. */
  TEXT_IN_ORDER,
  /** Each column is found by its name, its key, or its name with its table's. */
  TEXT_BY_NAME,
  /** Nothing is known but what the database says. */
  TEXT
}
