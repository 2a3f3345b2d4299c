package dev.brine.shape;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with keyword arguments, which no opcode of a pickle makes: {@code functools.partial} keeps
 * them, and is then called with nothing.
 *
 * @param function what is called
 * @param arguments those without keyword
 */
public record KeywordCall(Object function, List<Object> arguments, PyDict keywords) {

  private static final PyGlobal PARTIAL = new PyGlobal("functools", "partial");

  /** The node of this call. */
  public PyObject write() {
    PyObject partial = PyObject.reduce(PARTIAL, function);
    partial.build(PyTuple.of(function, PyTuple.of(arguments), keywords, PyNone.NONE));
    return PyObject.reduce(partial);
  }

  /** The call that a node makes; null if it makes none of this kind. */
  public static @Nullable KeywordCall read(Object node) {
    boolean isCall =
        node instanceof PyObject call
            && call.made() == PyObject.Made.REDUCE
            && call.args().isEmpty()
            && call.callable() instanceof PyObject partial
            && PARTIAL.equals(partial.callable());
    Object state = isCall ? ((PyObject) ((PyObject) node).callable()).state() : null;
    return state instanceof PyTuple parts
            && parts.size() == 4
            && parts.get(1) instanceof PyTuple arguments
            && parts.get(2) instanceof PyDict keywords
        ? new KeywordCall(parts.get(0), arguments.asList(), keywords)
        : null;
  }
}
