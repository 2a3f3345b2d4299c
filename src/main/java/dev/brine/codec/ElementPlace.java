package dev.brine.codec;

import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an element stands in a statement, for messages: in Python's words, as in {@code
 * sqlalchemy.sql.elements.TryCast at $._raw_columns[0]}. The path is that of the statement's dump.
 */
public final class ElementPlace {

  private static final String SQLALCHEMY = "sqlalchemy.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Step> pending = new ArrayDeque<>();

  private record Step(Object node, GraphPath path) {}

  private ElementPlace() {}

  /**
   * The class and the path of the first of some elements that the statement has.
   *
   * @param candidates from the inside out, as some may have been made only while compiling
   * @return null if it has none of them, or cannot be dumped
   */
  public static @Nullable String of(ClauseElement statement, List<ClauseElement> candidates) {
    Map<Object, Object> nodes;
    try {
      nodes = ExprToGraph.nodes(statement);
    } catch (BrineException cannotBeDumped) {
      return null;
    }
    Object root = nodes.get(statement);
    for (ClauseElement candidate : candidates) {
      if (root != null
          && nodes.get(candidate) instanceof PyObject node
          && node.className().startsWith(SQLALCHEMY)) {
        GraphPath path = new ElementPlace().path(root, node);
        if (path != null) {
          return node.className() + " at " + path;
        }
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // the very node, not one like it
  private @Nullable GraphPath path(Object root, PyObject sought) {
    pending.add(new Step(root, GraphPath.ROOT));
    while (!pending.isEmpty()) {
      Step step = pending.remove();
      if (step.node == sought) {
        return step.path;
      }
      if (seen.add(step.node)) {
        addParts(step);
      }
    }
    return null;
  }

  private void addParts(Step step) {
    if (step.node instanceof PyObject object) {
      addEach(object.args().asList(), step.path);
      addValues(object.stateDict(), step.path);
      addValues(object.slotState(), step.path);
    } else if (step.node instanceof PyDict dict) {
      addValues(dict, step.path);
    } else {
      addEach(Containers.elements(step.node), step.path);
    }
  }

  private void addEach(Iterable<?> items, GraphPath path) {
    int index = 0;
    for (Object item : items) {
      pending.add(new Step(item, path.index(index++)));
    }
  }

  private void addValues(PyDict dict, GraphPath path) {
    dict.forEach((key, value) -> pending.add(new Step(value, path.attribute(key.toString()))));
  }
}
