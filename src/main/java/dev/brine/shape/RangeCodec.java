package dev.brine.shape;

import dev.brine.expr.MultiRange;
import dev.brine.expr.Range;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranges among values (rel_2_0_52, {@code dialects/postgresql/ranges.py}). */
public final class RangeCodec {

  private static final PyGlobal RANGE =
      new PyGlobal("sqlalchemy.dialects.postgresql.ranges", "Range");
  private static final PyGlobal MULTI_RANGE =
      new PyGlobal("sqlalchemy.dialects.postgresql.ranges", "MultiRange");
  private static final int FIELDS = 4;

  private RangeCodec() {}

  /** The range; the node itself, if it is none. */
  public static Object read(PyObject object) {
    Object range = range(object);
    return range == null ? multiRange(object) : range;
  }

  private static @Nullable Range range(Object node) {
    if (!(node instanceof PyObject object) || !object.className().equals(RANGE.path())) {
      return null;
    }
    // From Python 3.10 on it has slots, and the state is the list of their values.
    if (object.state() instanceof PyList fields && fields.size() == FIELDS) {
      return range(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
    }
    PyDict state = object.stateDict();
    return range(state.get("lower"), state.get("upper"), state.get("bounds"), state.get("empty"));
  }

  private static @Nullable Range range(
      @Nullable Object lower,
      @Nullable Object upper,
      @Nullable Object bounds,
      @Nullable Object empty) {
    return lower != null
            && upper != null
            && bounds instanceof String ends
            && empty instanceof Boolean isEmpty
        ? new Range(PythonValues.toJava(lower), PythonValues.toJava(upper), ends, isEmpty)
        : null;
  }

  /** The node itself, if it is none. */
  private static Object multiRange(PyObject object) {
    if (!object.className().equals(MULTI_RANGE.path())) {
      return object;
    }
    List<Range> ranges = new ArrayList<>();
    for (Object item : object.listItems()) {
      Range range = range(item);
      if (range == null) {
        return object;
      }
      ranges.add(range);
    }
    return new MultiRange(ranges);
  }

  /** The node of a range; any other value as it is. */
  public static @Nullable Object write(@Nullable Object value) {
    if (value instanceof Range range) {
      return node(range);
    }
    if (value instanceof MultiRange ranges) {
      PyObject node = PyObject.newObject(MULTI_RANGE);
      ranges.ranges().forEach(range -> node.append(node(range)));
      return node;
    }
    return value;
  }

  private static PyObject node(Range range) {
    Object lower = PythonValues.toPython(range.lower());
    Object upper = PythonValues.toPython(range.upper());
    return PyObject.newObject(RANGE)
        .build(new PyList(List.of(lower, upper, range.bounds(), range.isEmpty())));
  }
}
