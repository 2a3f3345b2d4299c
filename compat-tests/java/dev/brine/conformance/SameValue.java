package dev.brine.conformance;

import dev.brine.expr.MultiRange;
import dev.brine.expr.Range;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyObject.Step;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonValues;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two values are the same, objects of classes that Java does not know part by part. */
final class SameValue {

  private SameValue() {}

  static boolean of(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> that) {
      return map.keySet().equals(that.keySet())
          && map.keySet().stream().allMatch(key -> of(map.get(key), that.get(key)));
    }
    if (one instanceof Iterable<?> items && other instanceof Iterable<?> those) {
      return one instanceof List == other instanceof List
          && allOf(items.iterator(), those.iterator());
    }
    if (one instanceof PyObject object && other instanceof Range range) {
      List<@Nullable Object> fields =
          Arrays.asList(range.lower(), range.upper(), range.bounds(), range.isEmpty());
      return object.state() instanceof PyList state
          && of(state.asList().stream().map(PythonValues::toJava).toList(), fields);
    }
    if (one instanceof PyObject object && other instanceof MultiRange ranges) {
      return of(List.copyOf(object.listItems().asList()), List.copyOf(ranges.ranges()));
    }
    if (one instanceof PyObject object && other instanceof PyObject that) {
      return of(parts(object), parts(that));
    }
    if (one instanceof Map.Entry<?, ?> entry && other instanceof Map.Entry<?, ?> that) {
      return of(entry.getKey(), that.getKey()) && of(entry.getValue(), that.getValue());
    }
    return one == null ? other == null : one.equals(other);
  }

  private static boolean allOf(Iterator<?> items, Iterator<?> those) {
    while (items.hasNext() && those.hasNext()) {
      if (!of(items.next(), those.next())) {
        return false;
      }
    }
    return items.hasNext() == those.hasNext();
  }

  private static List<Object> parts(PyObject object) {
    PyTuple steps = PyTuple.of(object.steps().stream().map(SameValue::parts).toList());
    return List.of(object.callable(), object.args(), object.kwargs(), steps);
  }

  private static Object parts(Step step) {
    if (step instanceof PyObject.State state) {
      return state.state();
    }
    if (step instanceof PyObject.ListItems items) {
      return items.items();
    }
    if (step instanceof PyObject.DictItems items) {
      return PyTuple.of(items.keys(), items.values());
    }
    return ((PyObject.Added) step).items();
  }
}
