package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/** Visits every node of a graph once, in the order of the pickle, whatever its depth. */
final class GraphWalk {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> pending = new ArrayDeque<>();

  private GraphWalk() {}

  static void visit(Object root, Consumer<Object> visitor) {
    GraphWalk walk = new GraphWalk();
    walk.pending.push(root);
    while (!walk.pending.isEmpty()) {
      Object node = walk.pending.pop();
      if (walk.seen.add(node)) {
        visitor.accept(node);
        walk.pushParts(node);
      }
    }
  }

  private void pushParts(Object node) {
    Deque<Object> parts = new ArrayDeque<>();
    if (node instanceof PyObject object) {
      parts.add(object.callable());
      object.args().forEach(parts::add);
      parts.add(object.kwargs());
      object.steps().forEach(step -> addParts(step, parts));
    } else if (node instanceof PyDict dict) {
      dict.forEach(
          (key, value) -> {
            parts.add(key);
            parts.add(value);
          });
    } else {
      parts.addAll(Containers.elements(node));
    }
    parts.descendingIterator().forEachRemaining(pending::push);
  }

  private static void addParts(PyObject.Step step, Deque<Object> parts) {
    if (step instanceof PyObject.State state) {
      parts.add(state.state());
    } else if (step instanceof PyObject.ListItems list) {
      list.items().forEach(parts::add);
    } else if (step instanceof PyObject.Added added) {
      added.items().forEach(parts::add);
    } else if (step instanceof PyObject.DictItems dict) {
      dict.keys().forEach(parts::add);
      dict.values().forEach(parts::add);
    }
  }
}
