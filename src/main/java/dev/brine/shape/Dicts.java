package dev.brine.shape;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;

/** SQLAlchemy's {@code immutabledict}, which it writes as a call with a dict. */
public final class Dicts {

  private Dicts() {}

  public static boolean isImmutable(PyObject object) {
    return PythonClasses.canonical(object.className()).equals(PythonClasses.IMMUTABLE_DICT.path());
  }

  /** The entries of an immutable dict. */
  public static PyDict of(PyObject immutable) {
    boolean isCall = immutable.typeArgs().size() == 1;
    return isCall && immutable.typeArgs().get(0) instanceof PyDict dict
        ? dict
        : immutable.dictItems();
  }

  /**
   * What a subclass of dict was filled with: one by one, or in protocols 0 and 1 by the call that
   * made it.
   */
  public static PyDict entries(PyObject dict) {
    boolean isCall = dict.typeArgs().size() == 1;
    return isCall && dict.typeArgs().get(0) instanceof PyDict given ? given : dict.dictItems();
  }

  public static PyObject immutable(PyDict entries) {
    return PyObject.reduce(PythonClasses.IMMUTABLE_DICT, entries);
  }
}
