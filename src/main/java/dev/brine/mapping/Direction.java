package dev.brine.mapping;

/** Which way a relationship's foreign keys point: SQLAlchemy's {@code RelationshipDirection}. */
public enum Direction {
  /** The related rows refer to the parent. */
  ONE_TO_MANY,
  /** The parent refers to the related row. */
  MANY_TO_ONE,
  /** A table between the two refers to both. */
  MANY_TO_MANY;

  /** The name that SQLAlchemy gives it: {@code ONETOMANY}. */
  public String pythonName() {
    return name().replace("_", "");
  }
}
