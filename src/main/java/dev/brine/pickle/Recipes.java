package dev.brine.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls by which older protocols make what they have no opcode for; the same calls CPython's
 * pickler writes (3.8 and later), so that every CPython reads them.
 */
final class Recipes {

  static final PyGlobal NEWOBJ = new PyGlobal("copyreg", "__newobj__");

  private static final String BUILTINS = "builtins";
  private static final PyGlobal GETATTR = new PyGlobal(BUILTINS, "getattr");
  private static final PyGlobal BYTES = new PyGlobal(BUILTINS, "bytes");
  private static final PyGlobal BYTEARRAY = new PyGlobal(BUILTINS, "bytearray");
  private static final PyGlobal SET = new PyGlobal(BUILTINS, "set");
  private static final PyGlobal FROZENSET = new PyGlobal(BUILTINS, "frozenset");
  private static final PyGlobal ENCODE = new PyGlobal("_codecs", "encode");
  private static final PyGlobal PARTIAL = new PyGlobal("functools", "partial");
  private static final String LATIN_1 = "latin1";

  private Recipes() {}

  static PyObject bytes(PyBytes bytes) {
    if (bytes.length() == 0) {
      return PyObject.reduce(BYTES);
    }
    String text = new String(bytes.content(), StandardCharsets.ISO_8859_1);
    return PyObject.reduce(ENCODE, text, LATIN_1);
  }

  static PyObject byteArray(PyByteArray bytes) {
    return bytes.length() == 0
        ? PyObject.reduce(BYTEARRAY)
        : PyObject.reduce(BYTEARRAY, PyBytes.wrap(bytes.content()));
  }

  static PyObject set(PySet set) {
    return PyObject.reduce(SET, new PyList(set.asList()));
  }

  static PyObject frozenSet(PyFrozenSet set) {
    return PyObject.reduce(FROZENSET, new PyList(set.asList()));
  }

  /** {@code getattr(<what the name is nested in>, "<its last part>")}. */
  static PyObject nested(PyGlobal global) {
    int dot = global.name().lastIndexOf('.');
    PyGlobal outer = new PyGlobal(global.module(), global.name().substring(0, dot));
    return PyObject.reduce(GETATTR, outer, global.name().substring(dot + 1));
  }

  /** {@code functools.partial(cls.__new__, cls, *args, **kwargs)}, yet to be called. */
  static PyObject partialNew(PyObject object) {
    PyObject constructor = PyObject.reduce(GETATTR, object.callable(), "__new__");
    PyTuple args = prepend(object.callable(), object.args());
    return PyObject.reduce(PARTIAL, constructor)
        .build(PyTuple.of(constructor, args, object.kwargs(), PyNone.NONE));
  }

  static PyTuple prepend(Object first, PyTuple rest) {
    List<Object> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest.asList());
    return PyTuple.of(all);
  }
}
