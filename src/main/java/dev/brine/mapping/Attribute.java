package dev.brine.mapping;

import org.jspecify.annotations.Nullable;

/**
 * An attribute while mappers are configured. A relationship has its place among the attributes of
 * its class and those below before its join can be worked out.
 */
final class Attribute {

  private final String key;
  private final Mapper parent;
  private final @Nullable RelationshipMapping relationship;
  private @Nullable MapperProperty property;

  private Attribute(
      String key,
      Mapper parent,
      @Nullable RelationshipMapping relationship,
      @Nullable MapperProperty property) {
    this.key = key;
    this.parent = parent;
    this.relationship = relationship;
    this.property = property;
  }

  static Attribute of(MapperProperty property) {
    return new Attribute(property.key(), property.parent(), null, property);
  }

  static Attribute of(String key, Mapper parent, RelationshipMapping relationship) {
    return new Attribute(key, parent, relationship, null);
  }

  String key() {
    return key;
  }

  Mapper parent() {
    return parent;
  }

  /** What the relationship was declared with; null for any other attribute. */
  @Nullable RelationshipMapping relationship() {
    return relationship;
  }

  /** Null for a relationship that was not worked out. */
  @Nullable MapperProperty property() {
    return property;
  }

  void resolve(Relationship resolved) {
    property = resolved;
  }
}
