package dev.brine.scan;

import java.util.List;
import java.util.Objects;

/**
 * How many dumps gave each name. Immutable.
 *
 * @param counts the most frequent first, then by name
 * @param uncounted how often a name was given that was not counted, since there were too many names
 */
public record Breakdown(Topic topic, List<Count> counts, long uncounted) {

  public Breakdown {
    Objects.requireNonNull(topic, "topic");
    counts = List.copyOf(counts);
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** A name and how many dumps gave it. */
  public record Count(String name, long dumps) {}
}
