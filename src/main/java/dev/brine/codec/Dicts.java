package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;

/** SQLAlchemy's {@code immutabledict}, which it writes as a call with a dict. */
final class Dicts {

  private Dicts() {}

  static boolean isImmutable(PyObject object) {
    return PythonClasses.canonical(object.className()).equals(PythonClasses.IMMUTABLE_DICT.path());
  }

  /** The entries of an immutable dict. */
  static PyDict of(PyObject immutable) {
    boolean isCall = immutable.typeArgs().size() == 1;
    return isCall && immutable.typeArgs().get(0) instanceof PyDict dict
        ? dict
        : immutable.dictItems();
  }

  /**
   * What a subclass of dict was filled with: one by one, or in protocols 0 and 1 by the call that
   * made it.
   */
  static PyDict entries(PyObject dict) {
    boolean isCall = dict.typeArgs().size() == 1;
    return isCall && dict.typeArgs().get(0) instanceof PyDict given ? given : dict.dictItems();
  }

  static PyObject immutable(PyDict entries) {
    return PyObject.reduce(PythonClasses.IMMUTABLE_DICT, entries);
  }
}
