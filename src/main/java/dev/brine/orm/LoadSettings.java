package dev.brine.orm;

import dev.brine.mapping.Relationship;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one statement become entities: SQLAlchemy's {@code
 * QueryContext.default_load_options} and the execution options of its loaders.
 *
 * @param populatesExisting whether entities of the session are loaded anew
 * @param invokesAllEagers whether eager loads go on from entities that are loaded already
 * @param top the load that this one is a part of; null for none
 * @param depths how much deeper a relationship with {@code recursion_depth} is loaded
 * @param origin the load whose statement the subqueries of {@code subqueryload} are made of; null
 *     for the load itself
 * @param chunk how many rows are read at a time: {@code yield_per}; 0 for all
 */
record LoadSettings(
    boolean populatesExisting,
    boolean invokesAllEagers,
    @Nullable Loading top,
    Map<Relationship, Integer> depths,
    @Nullable Loading origin,
    int chunk) {

  static final LoadSettings DEFAULT = new LoadSettings(false, true, null, Map.of(), null, 0);

  /** Of the statement that a lazy load sends. */
  static final LoadSettings LAZY = new LoadSettings(false, false, null, Map.of(), null, 0);

  LoadSettings {
    depths = Map.copyOf(depths);
  }

  LoadSettings populatingExisting(boolean on) {
    return new LoadSettings(on, invokesAllEagers, top, depths, origin, chunk);
  }

  /** Which leaves what entities have as it is, as lazy loads do. */
  LoadSettings leavingLoaded() {
    return new LoadSettings(populatesExisting, false, top, depths, origin, chunk);
  }

  LoadSettings within(Loading whole, Map<Relationship, Integer> left) {
    return new LoadSettings(populatesExisting, invokesAllEagers, whole, left, origin, chunk);
  }

  LoadSettings madeFrom(Loading whole) {
    return new LoadSettings(populatesExisting, invokesAllEagers, top, depths, whole, chunk);
  }

  LoadSettings inChunksOf(int rows) {
    return new LoadSettings(populatesExisting, invokesAllEagers, top, depths, origin, rows);
  }

  /** The depths with that of one relationship. */
  static Map<Relationship, Integer> with(
      Map<Relationship, Integer> depths, Relationship relationship, int depth) {
    Map<Relationship, Integer> changed = new LinkedHashMap<>(depths);
    changed.put(relationship, depth);
    return changed;
  }
}
