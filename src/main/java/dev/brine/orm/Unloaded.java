package dev.brine.orm;

import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import java.util.LinkedHashSet;
import java.util.Set;

/** The attributes of an entity that are not loaded. */
final class Unloaded {

  private Unloaded() {}

  static Set<String> of(LoadedState state) {
    Set<String> keys = new LinkedHashSet<>();
    for (MapperProperty property : state.mapper().attrs()) {
      boolean isLoadable = property instanceof ColumnProperty || property instanceof Relationship;
      if (isLoadable && !state.has(property.key())) {
        keys.add(property.key());
      }
    }
    return keys;
  }
}
