package dev.brine.shape;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;

/** Calls that a dump makes when it is loaded, for what is easier asked for than put together. */
public final class Calls {

  public static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");

  public static final PyGlobal GETITEM = PythonClasses.standardOperator("getitem");

  /** The same by the name that programs use, which 1.3 is given. */
  public static final PyGlobal GETITEM_PUBLIC = new PyGlobal("operator", "getitem");

  public static final PyGlobal LIST = new PyGlobal("builtins", "list");

  private Calls() {}

  /** {@code object.name}. */
  public static PyObject attribute(Object object, String name) {
    return PyObject.reduce(GETATTR, object, name);
  }

  /** Whether a node is {@code object[index]}, looked up when loaded. */
  public static boolean isLookUp(Object node) {
    return node instanceof PyObject call
        && (GETITEM.equals(call.callable()) || GETITEM_PUBLIC.equals(call.callable()));
  }

  /** {@code object.name(arguments…)}. */
  public static PyObject method(Object object, String name, Object... arguments) {
    return PyObject.reduce(attribute(object, name), arguments);
  }
}
