package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import dev.brine.pickle.DeepStack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/** How deep elements are nested in one another, found without calling itself for many levels. */
final class Nesting {

  private final IdentityHashMap<ClauseElement, Integer> depths = new IdentityHashMap<>();
  private final Deque<ClauseElement> pending = new ArrayDeque<>();

  /** How many elements are looked at in vain before each is measured once. */
  private static final int MOST_STEPS = 100_000;

  private int steps = MOST_STEPS;

  private Nesting() {}

  /** How deep; checked. */
  static int check(ClauseElement root, int limit) {
    Nesting nesting = new Nesting();
    int shallow = nesting.shallow(root, 1);
    int depth = shallow > 0 ? shallow : nesting.depth(root);
    if (depth > limit) {
      throw new CompileException(
          "the statement is nested deeper than SqlCompiler.MAX_DEPTH = " + limit,
          "say it flatter: and() and or() take many conditions at once");
    }
    return depth;
  }

  /**
   * The depth of what is not deep enough to need a stack of its own, as nearly all is: by calling
   * itself, and without remembering anything. 0 for all else.
   */
  private int shallow(ClauseElement element, int level) {
    if (level == DeepStack.FROM || --steps < 0) {
      return 0;
    }
    int depth = 1;
    for (ClauseElement child : element.children()) {
      int below = shallow(child, level + 1);
      if (below == 0) {
        return 0;
      }
      depth = Math.max(depth, below + 1);
    }
    return depth;
  }

  /** Each element is measured once, after all that is in it. */
  private int depth(ClauseElement root) {
    pending.push(root);
    while (!pending.isEmpty()) {
      ClauseElement element = pending.peek();
      int unmeasured = pending.size();
      int depth = 1;
      for (ClauseElement child : element.children()) {
        Integer known = depths.get(child);
        if (known == null) {
          pending.push(child);
        } else {
          depth = Math.max(depth, known + 1);
        }
      }
      if (pending.size() == unmeasured) {
        depths.put(pending.pop(), depth);
      }
    }
    return depths.getOrDefault(root, 0);
  }
}
