package dev.brine.orm;

import dev.brine.mapping.Mapper;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tells the class of a row. */
final class Discriminators {

  private Discriminators() {}

  /** The mapper for a value; null if no class has it. */
  static @Nullable Mapper find(Mapper mapper, Object value) {
    Map<Object, Mapper> byIdentity = mapper.polymorphicMap();
    Mapper exact = byIdentity.get(value);
    if (exact != null) {
      return exact;
    }
    Object wanted = IdentityKey.comparable(value);
    return byIdentity.entrySet().stream()
        .filter(
            each ->
                Objects.equals(IdentityKey.comparable(each.getKey()), wanted)
                    || each.getKey().toString().equals(value.toString()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
