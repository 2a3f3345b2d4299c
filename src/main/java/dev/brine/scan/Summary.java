package dev.brine.scan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What many dumps are. Immutable.
 *
 * @param dumps how many were looked at, without those that are absent
 * @param failed how many of them could not be read or loaded; what is known of them all the same is
 *     counted
 * @param absent how many places held nothing, such as NULL
 * @param stored how long they are as they are kept
 * @param bare how long they are without their wrappings
 * @param breakdowns one for each topic, in its order
 * @param failures by reason, the most frequent first
 */
public record Summary(
    long dumps,
    long failed,
    long absent,
    Sizes stored,
    Sizes bare,
    List<Breakdown> breakdowns,
    List<FailureGroup> failures) {

  public Summary {
    breakdowns = List.copyOf(breakdowns);
    failures = List.copyOf(failures);
  }

  /** By one topic. */
  public Breakdown by(Topic topic) {
    return breakdowns.stream()
        .filter(each -> each.topic() == topic)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(topic + " was not counted"));
  }

  /** Sums up sightings. Not thread-safe. */
  static final class Collector {

    private final Map<Topic, Tally> tallies = new EnumMap<>(Topic.class);
    private final FailureTally failures = new FailureTally();
    private final Sizes.Collector stored = new Sizes.Collector();
    private final Sizes.Collector bare = new Sizes.Collector();
    private long dumps;
    private long failed;
    private long absent;

    Collector() {
      for (Topic topic : Topic.values()) {
        tallies.put(topic, new Tally());
      }
    }

    void addAbsent() {
      absent++;
    }

    void add(long index, Sighting seen) {
      dumps++;
      tallies.forEach((topic, tally) -> seen.names(topic).forEach(tally::add));
      if (seen.storedSize() >= 0) {
        stored.add(seen.storedSize());
      }
      if (seen.bareSize() >= 0) {
        bare.add(seen.bareSize());
      }
      FailureTally.Failure failure = seen.failure();
      if (failure != null) {
        failed++;
        failures.add(index, seen.name(), failure);
      }
    }

    Summary summary() {
      List<Breakdown> breakdowns =
          tallies.entrySet().stream()
              .map(each -> each.getValue().breakdown(each.getKey()))
              .toList();
      return new Summary(
          dumps, failed, absent, stored.sizes(), bare.sizes(), breakdowns, failures.groups());
    }
  }
}
