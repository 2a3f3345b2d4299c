package dev.brine.shape;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import org.jspecify.annotations.Nullable;

/**
 * SQLAlchemy's {@code symbol}, which up to 1.4 stands where 2.0 has an enum: a call with its name,
 * from 0.8 on also with a text and a number that means nothing (rel_1_4_54, {@code
 * util/langhelpers.py}).
 */
public final class Symbols {

  private static final PyGlobal SYMBOL = new PyGlobal("sqlalchemy.util.langhelpers", "symbol");

  private Symbols() {}

  /** The symbol of a name; with any number 2.0 would refuse it, and no series needs one. */
  public static PyObject write(Object name) {
    return PyObject.reduce(SYMBOL, name);
  }

  /** The name of a symbol; null of anything else. */
  public static @Nullable String name(@Nullable Object node) {
    if (!(node instanceof PyObject call)
        || !PythonClasses.canonical(call.className()).equals(SYMBOL.path())
        || call.typeArgs().isEmpty()) {
      return null;
    }
    Object name = call.typeArgs().get(0);
    return name instanceof PyByteString bytes ? bytes.text() : name.toString();
  }
}
