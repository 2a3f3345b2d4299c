package dev.brine.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What a class says about its rows among those of its relatives.
 *
 * @param identity {@code polymorphic_identity}; null for none
 * @param isAbstract {@code polymorphic_abstract}
 * @param load {@code polymorphic_load}
 * @param with {@code with_polymorphic}; null for none
 */
record Polymorphism(
    @Nullable Object identity,
    boolean isAbstract,
    PolymorphicLoad load,
    @Nullable WithPolymorphic with) {

  static final Polymorphism NONE = new Polymorphism(null, false, PolymorphicLoad.NONE, null);
}
