package dev.brine.scan;

import java.util.Locale;

/** What dumps are counted by. A dump counts once for each name it gives. */
public enum Topic {
  SERIES("which SQLAlchemy can have written them"),
  PROTOCOLS("pickle protocols"),
  KINDS("what they hold"),
  WRAPPINGS("what is around them, the outermost first"),
  TABLES("tables they refer to, by key"),
  COLUMNS("columns they refer to by themselves, by table and key"),
  SQLALCHEMY_CLASSES("classes and functions of SQLAlchemy in them"),
  USER_CLASSES("classes and functions of their users in them"),
  LOSSES("what SQLAlchemy left out when it wrote them"),
  OPAQUE("classes that are carried along without being understood");

  private final String description;

  Topic(String description) {
    this.description = description;
  }

  /** For people. */
  public String description() {
    return description;
  }

  /** For programs: {@code "sqlalchemy_classes"}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a heading: {@code "SQLAlchemy classes"}. */
  public String title() {
    String words = code().replace('_', ' ').replace("sqlalchemy", "SQLAlchemy");
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
