package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.Operator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the state of one Python object, key by key. */
final class NodeWriter {

  private final ExprToGraph encoder;
  private final PyDict state = new PyDict();

  NodeWriter(ExprToGraph encoder) {
    this.encoder = encoder;
  }

  NodeWriter put(String key, Object graph) {
    state.put(key, graph);
    return this;
  }

  NodeWriter element(String key, @Nullable ClauseElement element) {
    return put(key, element == null ? PyNone.NONE : encoder.element(element));
  }

  /** Leaves the key out where there is none: its absence is the class's default. */
  NodeWriter elementIfGiven(String key, @Nullable ClauseElement element) {
    return element == null ? this : element(key, element);
  }

  NodeWriter list(String key, List<? extends ClauseElement> elements) {
    return put(key, new PyList(encoder.elements(elements)));
  }

  NodeWriter tuple(String key, List<? extends ClauseElement> elements) {
    return put(key, PyTuple.of(encoder.elements(elements)));
  }

  /** Leaves the key out where the list is empty: its absence is the class's default. */
  NodeWriter tupleIfAny(String key, List<? extends ClauseElement> elements) {
    return elements.isEmpty() ? this : tuple(key, elements);
  }

  NodeWriter operator(String key, @Nullable Operator operator) {
    return put(key, operator == null ? PyNone.NONE : encoder.operator(operator));
  }

  NodeWriter name(String key, Name name) {
    return put(key, encoder.name(name));
  }

  NodeWriter type(SqlType type) {
    return put("type", encoder.type(type));
  }

  /** The state so far. */
  PyDict state() {
    return state;
  }

  /** The object of this class with the state so far. */
  PyObject make(PyGlobal cls) {
    PyObject object = PyObject.newObject(cls);
    return state.isEmpty() ? object : object.build(state);
  }
}
