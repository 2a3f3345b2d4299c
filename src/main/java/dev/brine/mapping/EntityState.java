package dev.brine.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an {@link Entity}: its values, and how to come by those that were not loaded.
 * A session has one kind of it, a dump another.
 */
public interface EntityState {

  /** What is loaded, by the names of the attributes, in any order. Not to be changed. */
  Map<String, @Nullable Object> values();

  /** The primary key, in the order of {@link Mapper#primaryKey}; null if it is not known. */
  @Nullable List<@Nullable Object> identity();

  /** Whether this is no object of a mapped class, but what a composite makes of columns. */
  default boolean isValue() {
    return false;
  }

  /**
   * Fetches an attribute that is not loaded.
   *
   * @throws dev.brine.error.BrineException if that cannot be done any more, or must not be done
   */
  @Nullable Object load(Entity entity, String key);
}
