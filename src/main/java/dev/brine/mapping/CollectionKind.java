package dev.brine.mapping;

import java.util.Locale;

/** What holds the entities of a relationship to many: {@code relationship(collection_class=…)}. */
public enum CollectionKind {
  LIST,
  SET,
  /** By an attribute of the entities; see {@link RelationshipOptions#collectionKey}. */
  DICT;

  /** Python's word: {@code list}. */
  public String pythonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
