package dev.brine.orm;

import dev.brine.mapping.Mapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities of a session, one for each row. It keeps them; Python's lets go of unused ones. */
final class IdentityMap {

  private final Map<IdentityKey, LoadedState> states = new LinkedHashMap<>();

  @Nullable LoadedState find(Mapper mapper, List<? extends @Nullable Object> primaryKey) {
    return states.get(IdentityKey.of(mapper, primaryKey));
  }

  void add(LoadedState state) {
    states.put(state.key(), state);
  }

  void remove(LoadedState state) {
    states.remove(state.key());
  }

  Collection<LoadedState> states() {
    return states.values();
  }

  void clear() {
    states.clear();
  }
}
