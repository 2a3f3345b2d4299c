package dev.brine.codec;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;

/** Calls that a dump makes when it is loaded, for what is easier asked for than put together. */
final class Calls {

  static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");

  private Calls() {}

  /** {@code object.name}. */
  static PyObject attribute(Object object, String name) {
    return PyObject.reduce(GETATTR, object, name);
  }

  /** {@code object.name(arguments…)}. */
  static PyObject method(Object object, String name, Object... arguments) {
    return PyObject.reduce(attribute(object, name), arguments);
  }
}
