package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyObject;
import org.jspecify.annotations.Nullable;

/**
 * Elements that Python copied from others without changing them: a copy shares the lineage of its
 * original, by which ORDER BY finds labels (rel_2_0_58, {@code sql/elements.py}, {@code
 * shares_lineage}). Here they are one. Stateless.
 */
final class Copies {

  /** The elements that a column stands for; in that of an original it is itself. */
  private static final String LINEAGE = "proxy_set";

  private Copies() {}

  /** What an element was copied from; itself where it is no copy, or was changed. */
  static ClauseElement original(
      PyObject object, ClauseElement element, GraphPath path, GraphToExpr decoder) {
    if (!(object.stateDict().get(LINEAGE) instanceof PyFrozenSet lineage)) {
      return element;
    }
    PyObject source = source(object, lineage);
    ClauseElement original = source == null ? element : decoder.element(source, path);
    return original.equals(element) ? original : element;
  }

  @SuppressWarnings("ReferenceEquality") // the very node, not one like it
  private static @Nullable PyObject source(PyObject object, PyFrozenSet lineage) {
    PyObject source = null;
    for (Object each : lineage) {
      if (each == object) {
        return null;
      }
      if (each instanceof PyObject other && other.className().equals(object.className())) {
        source = other;
      }
    }
    return source;
  }
}
