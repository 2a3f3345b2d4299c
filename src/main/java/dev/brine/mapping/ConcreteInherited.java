package dev.brine.mapping;

import java.util.Objects;

/**
 * An attribute of the base class that a class with a table of its own ({@code concrete=True}) does
 * not have: SQLAlchemy's {@code ConcreteInheritedProperty}. It is among {@link Mapper#attrs}, and
 * cannot be used.
 */
public record ConcreteInherited(String key, Mapper parent) implements MapperProperty {

  public ConcreteInherited {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
  }
}
