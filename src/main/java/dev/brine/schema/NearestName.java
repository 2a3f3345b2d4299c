package dev.brine.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the name a caller may have meant, by edit distance. Stateless. */
public final class NearestName {

  private static final int OFFERED = 3;

  /** What is longer is no name that somebody misspelt, and would take long to compare. */
  private static final int LONGEST = 256;

  private NearestName() {}

  private record Near(String name, int distance) {}

  /**
   * A sentence that offers the nearest of the names that exist, a few if they are equally near;
   * null when there are none.
   */
  public static @Nullable String hint(String wanted, Collection<String> existing) {
    List<Near> nearest = near(wanted, Set.copyOf(existing)).limit(OFFERED).toList();
    if (nearest.isEmpty()) {
      return null;
    }
    int distance = nearest.get(0).distance();
    List<String> offered =
        nearest.stream()
            .filter(near -> near.distance() == distance)
            .map(near -> "'" + near.name() + "'")
            .toList();
    return (offered.size() == 1 ? "the nearest is " : "the nearest are ")
        + String.join(", ", offered);
  }

  /** So many of the names that exist, or all if they are fewer, the nearest first. */
  public static List<String> of(String wanted, Collection<String> existing, int count) {
    return near(wanted, existing).limit(count).map(Near::name).toList();
  }

  private static Stream<Near> near(String wanted, Collection<String> existing) {
    return wanted.length() > LONGEST
        ? Stream.empty()
        : existing.stream()
            .map(name -> new Near(name, distance(wanted, name)))
            .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
  }

  /** Levenshtein's distance: how many characters must be added, dropped or changed. */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
