package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/** How deep elements are nested in one another, found without calling itself for each level. */
final class Nesting {

  private final IdentityHashMap<ClauseElement, Integer> depths = new IdentityHashMap<>();
  private final Deque<ClauseElement> pending = new ArrayDeque<>();

  private Nesting() {}

  /** How deep; checked. */
  static int check(ClauseElement root, int limit) {
    int depth = new Nesting().depth(root);
    if (depth > limit) {
      throw new CompileException(
          "the statement is nested deeper than SqlCompiler.MAX_DEPTH = " + limit,
          "say it flatter: and() and or() take many conditions at once");
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
