package dev.brine.mapping;

import java.util.Objects;

/**
 * Another name of an attribute: {@code synonym("name")}.
 *
 * @param target the key of the attribute it stands for, which may be a synonym itself
 */
public record Synonym(String key, Mapper parent, String target) implements MapperProperty {

  public Synonym {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(target, "target");
  }
}
