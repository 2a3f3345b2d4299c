package dev.brine.mapping;

/** How a class is loaded along with its base: {@code polymorphic_load=}. */
public enum PolymorphicLoad {
  /** Not, but where {@code with_polymorphic} says so. */
  NONE,
  /** As if it were named in the base's {@code with_polymorphic}. */
  INLINE,
  /** By a statement of its own for the rows that are of the class. */
  SELECTIN
}
