package dev.brine.pickle;

import dev.brine.error.PickleLimitException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of what is the key of a dict or in a set. Java's maps find a key among thousands of the
 * same hash as quickly as among others where the keys have an order, as texts and numbers do. All
 * others would be compared one by one: so tuples and sets are hashed such that those of small
 * numbers do not meet by chance, and keys that meet all the same are counted.
 *
 * <p>Mutable, not thread-safe.
 */
final class KeyHash {

  /** By chance, five million keys share one hash at most by fours. */
  static final int MAX_COLLISIONS = 50;

  /** An odd number without a pattern, the golden ratio's fraction. */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final Map<Integer, Integer> counts = new HashMap<>();

  /** The hash of a tuple of these. */
  static int ofTuple(List<? extends @Nullable Object> elements) {
    long hash = elements.size();
    for (Object element : elements) {
      hash = mixed(hash + Objects.hashCode(element));
    }
    return Long.hashCode(hash);
  }

  /** The hash of a set of these, whatever their order. */
  static int ofSet(Collection<? extends @Nullable Object> elements) {
    long sum = elements.size();
    for (Object element : elements) {
      sum += mixed(Objects.hashCode(element));
    }
    return Long.hashCode(mixed(sum));
  }

  private static long mixed(long hash) {
    long product = (hash ^ (hash >>> 32)) * GOLDEN;
    return product ^ (product >>> 29);
  }

  /**
   * Counts another key of one dict or set.
   *
   * @throws PickleLimitException if too many have had the same hash
   */
  void count(@Nullable Object key) {
    if (!isOrdered(key) && counts.merge(Objects.hashCode(key), 1, Integer::sum) > MAX_COLLISIONS) {
      throw new PickleLimitException(
          "More than %d keys of one dict or set have the same hash, as if made to be slow"
              .formatted(MAX_COLLISIONS));
    }
  }

  private static boolean isOrdered(@Nullable Object key) {
    return key instanceof String
        || key instanceof Long
        || key instanceof Double
        || key instanceof BigInteger;
  }
}
