package dev.brine.scan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts names, up to a limit of different ones. Not thread-safe. */
final class Tally {

  /** So many that nobody reads them all, and few enough to stay small. */
  static final int MAX_NAMES = 20_000;

  private final Map<String, Long> counts = new HashMap<>();
  private long uncounted;

  void add(String name) {
    if (counts.size() < MAX_NAMES || counts.containsKey(name)) {
      counts.merge(name, 1L, Long::sum);
    } else {
      uncounted++;
    }
  }

  Breakdown breakdown(Topic topic) {
    List<Breakdown.Count> sorted =
        counts.entrySet().stream()
            .map(each -> new Breakdown.Count(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparingLong(Breakdown.Count::dumps)
                    .reversed()
                    .thenComparing(Breakdown.Count::name))
            .toList();
    return new Breakdown(topic, sorted, uncounted);
  }
}
