package dev.brine.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups failures by their reason, up to a limit of different ones. Not thread-safe. */
final class FailureTally {

  private static final int MAX_REASONS = 1_000;
  private static final int MAX_EXAMPLES = 5;
  private static final int MAX_REASON_LENGTH = 300;

  /** What all those are put under that come after the limit. */
  private static final String OTHER = "another reason";

  /** Not the apostrophe within a word. */
  private static final Pattern NAME = Pattern.compile("(?<!\\w)'[^']*'(?!\\w)|\"[^\"]*\"");

  /** Not that of a name such as UTF-8. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])-?(?:0x[0-9a-f]+|\\d+)\\b");

  private final Map<String, Group> groups = new HashMap<>();

  /**
   * @param index the place of the dump among all, for the examples to be the same each time
   */
  void add(long index, String name, Failure failure) {
    String reason = reason(failure.message());
    String key = failure.kind() + " " + reason;
    Group group =
        groups.size() < MAX_REASONS || groups.containsKey(key)
            ? groups.computeIfAbsent(key, k -> new Group(failure.kind(), reason))
            : groups.computeIfAbsent(
                failure.kind() + " " + OTHER, k -> new Group(failure.kind(), OTHER));
    group.add(index, name, failure);
  }

  private static String reason(String message) {
    String bare = NUMBER.matcher(NAME.matcher(message).replaceAll("'…'")).replaceAll("N");
    return bare.length() <= MAX_REASON_LENGTH ? bare : bare.substring(0, MAX_REASON_LENGTH) + "…";
  }

  /** The most frequent first. */
  List<FailureGroup> groups() {
    List<FailureGroup> all = new ArrayList<>();
    groups.values().forEach(each -> all.add(each.group()));
    all.sort(
        Comparator.comparingLong(FailureGroup::dumps)
            .reversed()
            .thenComparing(FailureGroup::kind)
            .thenComparing(FailureGroup::reason));
    return all;
  }

  /**
   * Why a dump failed.
   *
   * @param hint what to do; null where the message says it all
   */
  record Failure(String kind, String message, @Nullable String hint) {}

  private static final class Group {

    private final String kind;
    private final String reason;
    private final SortedMap<Long, FailureGroup.Example> examples = new TreeMap<>();
    private final SortedMap<Long, String> hints = new TreeMap<>();
    private long dumps;

    Group(String kind, String reason) {
      this.kind = kind;
      this.reason = reason;
    }

    void add(long index, String name, Failure failure) {
      dumps++;
      keepFirst(examples, index, new FailureGroup.Example(name, failure.message()), MAX_EXAMPLES);
      if (failure.hint() != null) {
        keepFirst(hints, index, failure.hint(), 1);
      }
    }

    private static <T> void keepFirst(SortedMap<Long, T> kept, long index, T each, int most) {
      kept.put(index, each);
      if (kept.size() > most) {
        kept.remove(kept.lastKey());
      }
    }

    FailureGroup group() {
      String hint = hints.isEmpty() ? null : hints.get(hints.firstKey());
      return new FailureGroup(kind, reason, hint, dumps, List.copyOf(examples.values()));
    }
  }
}
