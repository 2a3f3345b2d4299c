package dev.brine.pickle;

import java.util.IdentityHashMap;

/**
 * Copies a graph with changes: each node that is met is replaced first, and then copied with copies
 * of its parts, each once, so that what was shared stays shared and a cycle stays one. What is no
 * {@link PyNode} is not copied. One instance for each graph; not thread-safe.
 */
public abstract class GraphCopy {

  private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
  private int depth;

  /**
   * What stands in the copy for a node, before its parts are looked at: the node itself, or another
   * one, whose parts may be those of the first.
   */
  protected abstract Object replace(Object node);

  /** The copy of a node and of all that it holds. */
  public final Object copy(Object node) {
    Object done = copies.get(node);
    if (done != null) {
      return done;
    }
    Object copy = DeepStack.at(++depth, () -> copied(node));
    depth--;
    return copy;
  }

  private Object copied(Object node) {
    Object replaced = replace(node);
    if (replaced instanceof PyObject object) {
      return object(node, object);
    }
    if (replaced instanceof PyList list) {
      PyList copy = new PyList();
      copies.put(node, copy);
      return items(list, copy);
    }
    if (replaced instanceof PyDict dict) {
      PyDict copy = new PyDict();
      copies.put(node, copy);
      return entries(dict, copy);
    }
    if (replaced instanceof PySet set) {
      PySet copy = new PySet();
      copies.put(node, copy);
      set.asList().forEach(each -> copy.add(copy(each)));
      return copy;
    }
    Object copy = immutable(replaced);
    copies.put(node, copy);
    return copy;
  }

  private Object immutable(Object node) {
    if (node instanceof PyTuple tuple) {
      return tuple(tuple);
    }
    return node instanceof PyFrozenSet set
        ? PyFrozenSet.of(set.asList().stream().map(this::copy).toArray())
        : node;
  }

  private PyTuple tuple(PyTuple tuple) {
    return PyTuple.of(tuple.asList().stream().map(this::copy).toList());
  }

  /** What is done to an object after it was made may refer to it. */
  private PyObject object(Object node, PyObject object) {
    PyDict kwargs = object.kwargs();
    PyObject copy =
        new PyObject(
            object.made(),
            copy(object.callable()),
            tuple(object.args()),
            kwargs.isEmpty() ? null : entries(kwargs, new PyDict()));
    copies.put(node, copy);
    object.steps().forEach(step -> copy.add(step(step)));
    return copy;
  }

  /** What an object's items or keywords are held in is no node of its own. */
  private PyList items(PyList items, PyList copy) {
    items.forEach(each -> copy.add(copy(each)));
    return copy;
  }

  private PyDict entries(PyDict entries, PyDict copy) {
    entries.forEach((key, value) -> copy.put(copy(key), copy(value)));
    return copy;
  }

  private PyObject.Step step(PyObject.Step step) {
    if (step instanceof PyObject.State state) {
      Object setter = state.setter();
      return new PyObject.State(copy(state.state()), setter == null ? null : copy(setter));
    }
    if (step instanceof PyObject.ListItems list) {
      return new PyObject.ListItems(items(list.items(), new PyList()));
    }
    if (step instanceof PyObject.Added added) {
      return new PyObject.Added(items(added.items(), new PyList()));
    }
    PyObject.DictItems items = (PyObject.DictItems) step;
    return new PyObject.DictItems(
        items(items.keys(), new PyList()), items(items.values(), new PyList()));
  }
}
