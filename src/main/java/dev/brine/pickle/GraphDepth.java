package dev.brine.pickle;

import dev.brine.pickle.PyObject.Added;
import dev.brine.pickle.PyObject.DictItems;
import dev.brine.pickle.PyObject.ListItems;
import dev.brine.pickle.PyObject.Made;
import dev.brine.pickle.PyObject.State;
import dev.brine.pickle.PyObject.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How deep a walk gets that enters each node once: what a recursive reader of the graph would need
 * of the Java stack. Iterative itself.
 */
final class GraphDepth {

  /** Children of an object before its steps: what is called, its arguments, its keywords. */
  private static final int BEFORE_STEPS = 3;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>(1 << 12));

  /** The nodes from the root to the one that is looked at, and which child of each is next. */
  private Object[] path = new Object[64];

  private int[] next = new int[64];
  private int depth;

  private GraphDepth() {}

  static boolean exceeds(Object root, int limit) {
    return new GraphDepth().walk(root, limit);
  }

  private boolean walk(Object root, int limit) {
    if (isComposite(root) && isTooDeepAt(root, limit)) {
      return true;
    }
    while (depth > 0) {
      Object child = child(path[depth - 1], next[depth - 1]++);
      if (child == null) {
        depth--;
      } else if (isComposite(child) && isTooDeepAt(child, limit)) {
        return true;
      }
    }
    return false;
  }

  /** Enters a node, unless that was done before; true if it lies beyond the limit. */
  private boolean isTooDeepAt(Object node, int limit) {
    if (!seen.add(node)) {
      return false;
    }
    // The keywords of an object count, though most have none.
    if (depth + (node instanceof PyObject ? 2 : 1) > limit) {
      return true;
    }
    if (depth == path.length) {
      path = Arrays.copyOf(path, 2 * depth);
      next = Arrays.copyOf(next, 2 * depth);
    }
    path[depth] = node;
    next[depth] = 0;
    depth++;
    return false;
  }

  static boolean isComposite(Object node) {
    return node instanceof Iterable<?> || node instanceof PyObject || node instanceof PyPersistent;
  }

  /** One of the children; {@link PyNone} where there may be one; null beyond the last. */
  private static @Nullable Object child(Object node, int index) {
    if (node instanceof PyDict dict) {
      return dictChild(dict, index);
    }
    if (node instanceof PyObject object) {
      return objectChild(object, index);
    }
    if (node instanceof PyTuple tuple) {
      return index < tuple.size() ? tuple.get(index) : null;
    }
    if (node instanceof PyList list) {
      return index < list.size() ? list.get(index) : null;
    }
    if (node instanceof PySet set) {
      return index < set.size() ? set.asList().get(index) : null;
    }
    if (node instanceof PyFrozenSet set) {
      return index < set.size() ? set.asList().get(index) : null;
    }
    return node instanceof PyPersistent persistent && index == 0 ? persistent.id() : null;
  }

  private static @Nullable Object dictChild(PyDict dict, int index) {
    int entry = index / 2;
    if (entry >= dict.size()) {
      return null;
    }
    return index % 2 == 0 ? dict.keyAt(entry) : dict.valueAt(entry);
  }

  private static @Nullable Object objectChild(PyObject object, int index) {
    if (index < BEFORE_STEPS) {
      return switch (index) {
        case 0 -> object.callable();
        case 1 -> object.args();
        default -> object.made() == Made.NEWOBJ_EX ? object.kwargs() : PyNone.NONE;
      };
    }
    List<Step> steps = object.steps();
    int step = (index - BEFORE_STEPS) / 2;
    if (step >= steps.size()) {
      return null;
    }
    boolean isFirst = (index - BEFORE_STEPS) % 2 == 0;
    return isFirst ? part(steps.get(step)) : secondPart(steps.get(step));
  }

  private static Object part(Step step) {
    if (step instanceof ListItems items) {
      return items.items();
    }
    if (step instanceof DictItems items) {
      return items.keys();
    }
    return step instanceof Added added ? added.items() : ((State) step).state();
  }

  private static Object secondPart(Step step) {
    return step instanceof DictItems items ? items.values() : PyNone.NONE;
  }
}
