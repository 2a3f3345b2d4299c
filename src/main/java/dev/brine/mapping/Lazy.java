package dev.brine.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** When and how a relationship is loaded if a query does not say: {@code relationship(lazy=…)}. */
public enum Lazy {
  SELECT("select"),
  JOINED("joined"),
  SELECTIN("selectin"),
  SUBQUERY("subquery"),
  IMMEDIATE("immediate"),
  RAISE("raise"),
  RAISE_ON_SQL("raise_on_sql"),
  NOLOAD("noload"),
  DYNAMIC("dynamic"),
  WRITE_ONLY("write_only");

  private final String pythonName;

  Lazy(String pythonName) {
    this.pythonName = pythonName;
  }

  /** SQLAlchemy's word. {@code True}, {@code False} and {@code None} have one of these, too. */
  public String pythonName() {
    return pythonName;
  }

  /** The one of SQLAlchemy's word. */
  public static Optional<Lazy> of(String pythonName) {
    return Stream.of(values()).filter(lazy -> lazy.pythonName.equals(pythonName)).findFirst();
  }
}
