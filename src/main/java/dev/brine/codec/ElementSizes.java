package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How many parts each element has, every one counted as often as it occurs in the SQL. As long as
 * nothing is shared there are no more than were read; so the counting begins, with those read
 * before, when it may matter. One for each graph.
 */
final class ElementSizes {

  /** How deep elements may be nested before they are counted whether shared or not. */
  private static final int SHALLOW = 16;

  private final List<ClauseElement> uncounted = new ArrayList<>();
  private final IdentityHashMap<ClauseElement, Long> sizes = new IdentityHashMap<>();
  private final ReadLimits limits;
  private final long most;
  private boolean isCounting;

  ElementSizes(ReadLimits limits) {
    this.limits = limits;
    this.most = limits.of(Limit.MAX_ELEMENTS);
  }

  /**
   * Takes note of an element whose parts have been read.
   *
   * @param depth how deep it is nested
   * @throws dev.brine.error.PickleLimitException if it has more parts than {@link
   *     Limit#MAX_ELEMENTS}
   */
  void add(ClauseElement element, int depth) {
    if (depth > SHALLOW || uncounted.size() >= most) {
      beginCounting();
    }
    if (isCounting) {
      count(element);
    } else {
      uncounted.add(element);
    }
  }

  /** From now on an element may occur more than once. */
  void beginCounting() {
    isCounting = true;
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
