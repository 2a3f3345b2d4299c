package dev.brine.codec;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.MappedAttribute;

/** What SQLAlchemy's dumps cannot hold: it writes them without, and without a word. */
final class LostOnDump {

  private LostOnDump() {}

  /** What {@code of_type()} and {@code and_()} say of an attribute. */
  static UnsupportedConstructException attribute(MappedAttribute attribute) {
    String name = attribute.parent().entity().simpleName() + "." + attribute.key();
    return attribute.ofType() != null
        ? new UnsupportedConstructException(
            "no dump can hold %s.of_type(…): SQLAlchemy drops what it names".formatted(name),
            "join to the entity by name: join(alias, attribute)")
        : new UnsupportedConstructException(
            "no dump can hold %s.and_(…): SQLAlchemy drops the condition".formatted(name),
            "join to the entity with the whole condition, or put it into where()");
  }
}
