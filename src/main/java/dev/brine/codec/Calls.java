package dev.brine.codec;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;

/** Calls that a dump makes when it is loaded, for what is easier asked for than put together. */
final class Calls {

  static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");

  static final PyGlobal GETITEM = PythonClasses.standardOperator("getitem");

  static final PyGlobal LIST = new PyGlobal("builtins", "list");

  private Calls() {}

  /** {@code object.name}. */
  static PyObject attribute(Object object, String name) {
    return PyObject.reduce(GETATTR, object, name);
  }

  /** Whether a node is {@code object[index]}, looked up when loaded. */
  static boolean isLookUp(Object node) {
    return node instanceof PyObject call && call.className().equals(GETITEM.path());
  }

  /** {@code object.name(arguments…)}. */
  static PyObject method(Object object, String name, Object... arguments) {
    return PyObject.reduce(attribute(object, name), arguments);
  }
}
