package dev.brine.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** Which way a relationship's foreign keys point: SQLAlchemy's {@code RelationshipDirection}. */
public enum Direction {
  /** The related rows refer to the parent. */
  ONE_TO_MANY,
  /** The parent refers to the related row. */
  MANY_TO_ONE,
  /** A table between the two refers to both. */
  MANY_TO_MANY;

  /** The one of SQLAlchemy's name. */
  public static Optional<Direction> of(String pythonName) {
    return Stream.of(values()).filter(each -> each.pythonName().equals(pythonName)).findFirst();
  }

  /** The name that SQLAlchemy gives it: {@code ONETOMANY}. */
  public String pythonName() {
    return name().replace("_", "");
  }
}
