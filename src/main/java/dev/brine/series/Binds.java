package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes of bind parameters, for values that another series writes without one. */
final class Binds {

  static final PyGlobal BIND = PythonClasses.element("BindParameter");
  private static final PyGlobal LIMIT_OR_OFFSET = PythonClasses.selectable("_OffsetLimitParam");
  private static final PyGlobal NULL_TYPE = PythonClasses.type("NullType");
  private static final PyGlobal INTEGER = PythonClasses.type("Integer");

  private static final PyGlobal FLOAT = PythonClasses.type("Float");

  private Binds() {}

  /** What {@code limit(5)} makes of its argument. */
  static PyObject limitOrOffset(Object count) {
    return PyObject.newObject(LIMIT_OR_OFFSET).build(state("param", count, INTEGER));
  }

  /** What a function of this name makes of a number. */
  static PyObject number(String name, Object number) {
    return PyObject.newObject(BIND)
        .build(state(name, number, number instanceof Long ? INTEGER : FLOAT));
  }

  /** What {@code values(name="ed")} makes of a value; its column gives it a name and a type. */
  static PyObject assigned(Object value) {
    return PyObject.newObject(BIND).build(state("param", value, NULL_TYPE));
  }

  /** A value that is no expression as the parameter that SQLAlchemy would make of it. */
  static Object element(Object value) {
    if (Elements.mayBe(value)) {
      return value;
    }
    PyDict state = state("param", value, NULL_TYPE).put("key", "param");
    return PyObject.newObject(BIND).build(complete(state));
  }

  /** With all that a class of Python has no default for. */
  static PyDict complete(PyDict state) {
    return state
        .put("callable", PyNone.NONE)
        .put("isoutparam", false)
        .put("required", false)
        .put("expanding", false)
        .put("expand_op", PyNone.NONE)
        .put("literal_execute", false);
  }

  /**
   * What up to 1.3 {@code in_([1, 2])} makes of each of its values.
   *
   * @param key another one for each: some patch levels keep it
   */
  static PyObject unique(Object key, Object originalKey, Object value, Object type) {
    PyDict state = state(originalKey, value, NULL_TYPE).put("type", type).put("key", key);
    return PyObject.newObject(BIND).build(complete(state));
  }

  /** What {@code in_([1, 2])} makes of its values. */
  static PyObject expanding(
      Object key, List<Object> values, @Nullable Object type, Object operator) {
    PyDict state = state(key, new PyList(values), NULL_TYPE);
    if (type != null) {
      state.put("type", type);
    }
    return PyObject.newObject(BIND).build(state.put("expanding", true).put("expand_op", operator));
  }

  private static PyDict state(Object originalKey, Object value, PyGlobal type) {
    return new PyDict()
        .put("_orig_key", originalKey)
        .put("unique", true)
        .put("value", value)
        .put("type", PyObject.newObject(type));
  }

  /** Whether it is a parameter of a single value that was given on its own. */
  static boolean isUnique(Object node) {
    return node instanceof PyObject bind
        && PythonClasses.canonical(bind.className()).equals(BIND.path())
        && Boolean.TRUE.equals(bind.attribute("unique"))
        && !Boolean.TRUE.equals(bind.attribute("expanding"));
  }

  /** Whether it is a parameter that was made of a value which a column is set to. */
  static boolean isAssigned(Object node) {
    return isUnique(node)
        && ((PyObject) node).attribute("type") instanceof PyObject type
        && type.className().equals(NULL_TYPE.path());
  }

  static Object value(PyObject bind) {
    Object value = bind.attribute("value");
    return value == null ? PyNone.NONE : value;
  }
}
