package dev.brine.orm;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done to an entity for each row it is met in, by attribute: the lists of the same names in
 * SQLAlchemy's {@code _instance_processor} (rel_2_0_58, {@code orm/loading.py}).
 *
 * @param quick values of the row
 * @param expired attributes that the row lacks
 * @param fresh what is done when the entity is met first
 * @param delayed what is done then behind all that
 * @param existing what is done when it is met again
 * @param eager what is done for an entity that was loaded before
 */
record Populators(
    List<Quick> quick,
    List<Expired> expired,
    List<Step> fresh,
    List<Step> delayed,
    List<Step> existing,
    List<Step> eager) {

  Populators() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /**
   * A value of the row.
   *
   * @param index of its column
   */
  record Quick(String key, int index) {}

  /**
   * An attribute that the row lacks.
   *
   * @param isRefreshed whether the next refresh of the entity brings it
   */
  record Expired(String key, boolean isRefreshed) {}

  /** What is done to one attribute. */
  record Step(String key, Action action) {}

  /** Changes an entity by a row. */
  @FunctionalInterface
  interface Action {
    void on(LoadedState state, Object[] row);
  }

  void fresh(String key, Action action) {
    fresh.add(new Step(key, action));
  }

  void delayed(String key, Action action) {
    delayed.add(new Step(key, action));
  }

  void existing(String key, Action action) {
    existing.add(new Step(key, action));
  }

  void eager(String key, Action action) {
    eager.add(new Step(key, action));
  }
}
