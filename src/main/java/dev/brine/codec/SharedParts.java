package dev.brine.codec;

import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.FunctionOrderBy;
import dev.brine.expr.GenericFunction;
import dev.brine.expr.Opaque;
import dev.brine.expr.Over;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PyTuple;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes from which elements were read that also lie within an opaque object. Such an element is
 * written as the node it came from: were it written anew, an alias that is selected from and stands
 * in an opaque condition too would become two aliases.
 */
final class SharedParts {

  private final IdentityHashMap<ClauseElement, Object> origins = new IdentityHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());

  private boolean isCarrying;
  private boolean hasNewer;

  /** Notes that something is written as it was read: an object, an instance, a text by itself. */
  void carry() {
    isCarrying = true;
  }

  boolean isCarrying() {
    return isCarrying;
  }

  /** Whether there is an element that 2.0 has no words for. */
  boolean hasNewer() {
    return hasNewer;
  }

  /** Looks for opaque parts in everything below the element. */
  void collect(ClauseElement root) {
    Deque<ClauseElement> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      ClauseElement element = pending.pop();
      if (seen.add(element)) {
        collectOne(element);
        element.children().forEach(pending::push);
      }
    }
  }

  private void collectOne(ClauseElement element) {
    hasNewer |= isNewer(element);
    if (element instanceof Opaque opaque && opaque.graph() instanceof OpaqueGraph graph) {
      carry();
      reach(graph.node());
      graph
          .elements()
          .forEach(
              (node, read) -> {
                if (within.contains(node) || isOf(read, opaque)) {
                  origins.put(read, node);
                }
              });
    }
  }

  private static boolean isNewer(ClauseElement element) {
    GenericFunction function = element instanceof FunctionCall call ? call.generic() : null;
    return element instanceof FunctionOrderBy
        || (function != null && function.isNewer())
        || (element instanceof Over over && over.frame() != null && over.frame().exclude() != null);
  }

  /** Only its own node knows what a column of an opaque FROM element is. */
  private static boolean isOf(ClauseElement element, Opaque opaque) {
    if (!(element instanceof ColumnRef column)) {
      return false;
    }
    ClauseElement source = column.table();
    while (source instanceof AliasedReturnsRows named) {
      source = named.source();
    }
    return source == opaque;
  }

  private void reach(Object start) {
    Deque<Object> pending = new ArrayDeque<>();
    pending.push(start);
    while (!pending.isEmpty()) {
      Object node = pending.pop();
      if (within.add(node)) {
        pushParts(node, pending);
      }
    }
  }

  private static void pushParts(Object node, Deque<Object> pending) {
    if (node instanceof PyObject object) {
      pending.push(object.callable());
      pending.push(object.args());
      pending.push(object.kwargs());
      object.steps().forEach(step -> pushStep(step, pending));
    } else if (node instanceof PyDict dict) {
      dict.forEach(
          (key, value) -> {
            pending.push(key);
            pending.push(value);
          });
    } else if (node instanceof PyList list) {
      list.forEach(pending::push);
    } else if (node instanceof PyTuple tuple) {
      tuple.forEach(pending::push);
    } else if (node instanceof PySet set) {
      set.forEach(pending::push);
    } else if (node instanceof PyFrozenSet set) {
      set.forEach(pending::push);
    }
  }

  private static void pushStep(PyObject.Step step, Deque<Object> pending) {
    if (step instanceof PyObject.State state) {
      pending.push(state.state());
    } else if (step instanceof PyObject.ListItems items) {
      pending.push(items.items());
    } else if (step instanceof PyObject.Added added) {
      pending.push(added.items());
    } else if (step instanceof PyObject.DictItems items) {
      pending.push(items.keys());
      pending.push(items.values());
    }
  }

  /** The nodes of all such elements, by identity. */
  Map<ClauseElement, Object> origins() {
    return Collections.unmodifiableMap(origins);
  }

  /** The node the element was read from if it must be written as that, else null. */
  @Nullable Object origin(ClauseElement element) {
    return origins.get(element);
  }
}
