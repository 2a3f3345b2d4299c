package dev.brine.orm;

import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The loads that follow once the rows are read, and the entities they are for, reached by one path:
 * SQLAlchemy's {@code PostLoad} (rel_2_0_58, {@code orm/loading.py}).
 */
final class PostLoad {

  private final Map<Object, Load> loads = new LinkedHashMap<>();
  private final Map<LoadedState, Boolean> states = new LinkedHashMap<>();

  /** What is done for the entities. */
  @FunctionalInterface
  interface Action {
    void load(List<Member> members);
  }

  /**
   * An entity to load for.
   *
   * @param overwrites whether what is loaded already is replaced
   */
  record Member(LoadedState state, boolean overwrites) {}

  private record Load(Mapper mapper, Action action) {}

  /**
   * Adds a load.
   *
   * @param token tells the loads apart; there is one for each
   * @param mapper of which class the entities must be
   */
  void add(Object token, Mapper mapper, Action action) {
    loads.put(token, new Load(mapper, action));
  }

  boolean has(Object token) {
    return loads.containsKey(token);
  }

  void add(LoadedState state, boolean overwrites) {
    states.put(state, overwrites);
  }

  void run() {
    if (states.isEmpty()) {
      return;
    }
    for (Load load : List.copyOf(loads.values())) {
      List<Member> members = new ArrayList<>();
      states.forEach(
          (state, overwrites) -> {
            if (state.mapper().isa(load.mapper())) {
              members.add(new Member(state, overwrites));
            }
          });
      if (!members.isEmpty()) {
        load.action().load(members);
      }
    }
    states.clear();
  }
}
