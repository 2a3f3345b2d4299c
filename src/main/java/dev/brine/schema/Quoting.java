package dev.brine.schema;

/**
 * Whether an identifier is put in quotes: the {@code quote} argument of SQLAlchemy's {@code
 * quoted_name} (None, True, False).
 */
public enum Quoting {
  /** The dialect decides: reserved words, upper case and special characters are quoted. */
  AUTOMATIC,
  ALWAYS,
  NEVER
}
