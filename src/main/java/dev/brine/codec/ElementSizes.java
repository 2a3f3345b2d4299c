package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How many parts a statement has, every one counted as often as it occurs in the SQL. Each is read
 * once, and what occurs again is known by its number of parts; so nothing needs to be counted until
 * there may be too many. One for each graph.
 */
final class ElementSizes {

  /**
   * How deep elements may be nested before all are counted one by one: at each level what is read
   * once may stand in the SQL twice.
   */
  private static final int SHALLOW = 16;

  private final List<ClauseElement> uncounted = new ArrayList<>();
  private final IdentityHashMap<ClauseElement, Long> sizes = new IdentityHashMap<>();
  private final ReadLimits limits;
  private final long most;
  private boolean isCounting;
  private long parts;

  ElementSizes(ReadLimits limits) {
    this.limits = limits;
    this.most = limits.of(Limit.MAX_ELEMENTS);
  }

  /** How many were read so far, of what occurs again each part once more. */
  long parts() {
    return parts;
  }

  /**
   * Takes note of an element whose parts have been read.
   *
   * @param depth how deep it is nested
   * @throws dev.brine.error.PickleLimitException if it has more parts than {@link
   *     Limit#MAX_ELEMENTS}
   */
  void add(ClauseElement element, int depth) {
    uncounted.add(element);
    noteParts(1);
    if (depth > SHALLOW) {
      isCounting = true;
    }
    if (isCounting) {
      countAll();
    }
  }

  /** Takes note of an element that was read before and has so many parts. */
  void addAgain(long partsOfIt) {
    noteParts(partsOfIt);
  }

  private void noteParts(long more) {
    parts = more > Long.MAX_VALUE - parts ? Long.MAX_VALUE : parts + more;
    isCounting |= parts > most;
  }

  private void countAll() {
    uncounted.forEach(this::count);
    uncounted.clear();
  }

  private void count(ClauseElement element) {
    long size = 1;
    for (ClauseElement child : element.children()) {
      size += sizes.getOrDefault(child, 1L);
    }
    if (size > most) {
      throw Limit.MAX_ELEMENTS.exceeded("the statement has more parts than", limits);
    }
    sizes.put(element, size);
  }
}
