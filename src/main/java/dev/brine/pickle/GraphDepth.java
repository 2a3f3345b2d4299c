package dev.brine.pickle;

import dev.brine.pickle.PyObject.Added;
import dev.brine.pickle.PyObject.DictItems;
import dev.brine.pickle.PyObject.ListItems;
import dev.brine.pickle.PyObject.State;
import dev.brine.pickle.PyObject.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * How deep a walk gets that enters each node once: what a recursive reader of the graph would need
 * of the Java stack. Iterative itself.
 */
final class GraphDepth {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Iterator<Object>> path = new ArrayDeque<>();

  private GraphDepth() {}

  static boolean exceeds(Object root, int limit) {
    return new GraphDepth().walk(root, limit);
  }

  private boolean walk(Object root, int limit) {
    path.addLast(List.of(root).iterator());
    while (!path.isEmpty()) {
      Iterator<Object> siblings = path.getLast();
      if (!siblings.hasNext()) {
        path.removeLast();
        continue;
      }
      Object node = siblings.next();
      if (isComposite(node) && seen.add(node)) {
        if (path.size() > limit) {
          return true;
        }
        path.addLast(children(node));
      }
    }
    return false;
  }

  static boolean isComposite(Object node) {
    return node instanceof Iterable<?> || node instanceof PyObject || node instanceof PyPersistent;
  }

  private static Iterator<Object> children(Object node) {
    if (node instanceof PyTuple tuple) {
      return tuple.iterator();
    }
    if (node instanceof PyList list) {
      return list.iterator();
    }
    List<Object> children = new ArrayList<>();
    if (node instanceof PyDict dict) {
      dict.forEach((key, value) -> Collections.addAll(children, key, value));
    } else if (node instanceof PySet set) {
      children.addAll(set.asList());
    } else if (node instanceof PyFrozenSet set) {
      children.addAll(set.asList());
    } else if (node instanceof PyPersistent persistent) {
      children.add(persistent.id());
    } else if (node instanceof PyObject object) {
      Collections.addAll(children, object.callable(), object.args(), object.kwargs());
      object.steps().forEach(step -> addParts(children, step));
    }
    return children.iterator();
  }

  private static void addParts(List<Object> children, Step step) {
    if (step instanceof ListItems items) {
      children.add(items.items());
    } else if (step instanceof DictItems items) {
      Collections.addAll(children, items.keys(), items.values());
    } else if (step instanceof Added added) {
      children.add(added.items());
    } else if (step instanceof State state) {
      children.add(state.state());
    }
  }
}
