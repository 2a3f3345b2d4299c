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

  static PyObject immutable(PyDict entries) {
    return PyObject.reduce(PythonClasses.IMMUTABLE_DICT, entries);
  }
}
