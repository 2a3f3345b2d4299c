package dev.brine.series;

import dev.brine.codec.EarlyLoadCodec;
import dev.brine.expr.LoadElement;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.EarlyLoadState;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PathTokens;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Loader options as 1.4 has them (rel_1_4_0, rel_1_4_54, {@code orm/strategy_options.py}): each is
 * an {@code _UnboundLoad}, whose paths every patch level takes; those of a {@code Load} hold no
 * wildcards in the first ones. The way back of {@link EarlyLoadCodec}.
 */
final class LoadShapes14 {

  private static final String KEEPS_KEYS = "undefer_pks";
  private static final String RECURSION_DEPTH = "recursion_depth";

  static final List<SeriesShape> ALL =
      List.of(
          new SeriesShape(OrmClasses.LOAD.path(), LoadShapes14::load),
          new SeriesShape(OrmClasses.WILDCARD_LOAD.path(), LoadShapes14::wildcard));

  private LoadShapes14() {}

  private static Object load(PyObject load) {
    List<PyObject> elements = new ArrayList<>();
    for (Object element : items(load, EarlyLoadState.CONTEXT)) {
      if (!(element instanceof PyObject part)) {
        // It is in what was not understood, and of 1.4 itself.
        return load;
      }
      elements.add(part);
    }
    if (elements.isEmpty()) {
      PyDict state = state(load, new PyList(path(load, false, List.of())));
      return unbound(state.put(EarlyLoadState.TO_BIND, new PyList(List.of())));
    }
    List<Object> parts = new ArrayList<>();
    elements.forEach(element -> parts.add(part(element, elements)));
    return whole(parts);
  }

  private static Object wildcard(PyObject load) {
    PyDict state = state(load, new PyList(items(load, LoadElementState.PATH)));
    // What is said of all that a statement loads is not said of what that loads later.
    return whole(List.of(unbound(state.put(LoadElementState.PROPAGATES, false))));
  }

  /** What holds the parts has the state of the last of them. */
  private static PyObject whole(List<Object> parts) {
    PyDict last = ((PyObject) parts.get(parts.size() - 1)).stateDict();
    PyDict state = new PyDict();
    last.forEach(state::put);
    return unbound(state.put(EarlyLoadState.TO_BIND, new PyList(parts)));
  }

  private static PyObject unbound(PyDict state) {
    return PyObject.newObject(EarlyLoadState.UNBOUND).build(state);
  }

  private static PyObject part(PyObject element, List<PyObject> all) {
    boolean isClass =
        element.className().equals(LoadElementState.classOf(LoadElement.Kind.CLASS).path());
    PyDict state =
        state(element, new PyList(path(element, isClass, all)))
            .put(EarlyLoadState.IS_CLASS, isClass)
            .put(
                LoadElementState.PROPAGATES,
                Boolean.TRUE.equals(element.stateDict().get(LoadElementState.PROPAGATES)));
    if (defersAll(element)) {
      ((PyDict) Objects.requireNonNull(state.get(LoadElementState.OPTIONS))).put(KEEPS_KEYS, true);
    }
    if (Boolean.TRUE.equals(element.stateDict().get(LoadElementState.RECONCILE))) {
      state.put(EarlyLoadState.IS_OPTIONS_ONLY, true);
    }
    return unbound(state);
  }

  /** 2.0 does not have to be told to leave out the primary key. */
  private static boolean defersAll(PyObject element) {
    boolean isToken =
        element.className().equals(LoadElementState.classOf(LoadElement.Kind.TOKEN).path());
    return isToken
        && element.stateDict().get(LoadElementState.STRATEGY) instanceof PyTuple strategy
        && strategy.asList().contains(PyTuple.of("deferred", true));
  }

  /** What an option of either kind says, and what nearly none does. */
  private static PyDict state(PyObject option, PyList path) {
    Object strategy = option.stateDict().get(LoadElementState.STRATEGY);
    Object criteria =
        Objects.requireNonNullElse(
            option.stateDict().get(LoadElementState.CRITERIA), PyTuple.EMPTY);
    return new PyDict()
        .put(LoadElementState.PATH, path)
        .put(EarlyLoadState.TO_BIND, PyNone.NONE)
        .put(LoadElementState.OPTIONS, options(option))
        .put(LoadElementState.CRITERIA, isExpression(option) ? PyTuple.EMPTY : criteria)
        .put(LoadElementState.STRATEGY, strategy == null ? PyNone.NONE : strategy)
        .put(LoadElementState.OF_TYPE, PyNone.NONE)
        .put(EarlyLoadState.IS_CLASS, false)
        .put(EarlyLoadState.IS_CHAIN_LINK, false);
  }

  /** What is loaded is an option in 1.4, and no condition. */
  private static boolean isExpression(PyObject option) {
    return option.stateDict().get(LoadElementState.OPTIONS) instanceof PyObject given
        && Dicts.of(given).get(LoadElementState.EXPRESSION) != null;
  }

  private static PyDict options(PyObject option) {
    PyDict options = new PyDict();
    if (option.stateDict().get(LoadElementState.OPTIONS) instanceof PyObject given) {
      Dicts.of(given)
          .forEach(
              (key, value) -> {
                if (!RECURSION_DEPTH.equals(key)) {
                  options.put(key, value);
                } else if (value != PyNone.NONE) {
                  throw Refusals.V1_4.refusal(RECURSION_DEPTH);
                }
              });
    }
    return options;
  }

  /**
   * Each step says which class it is narrowed to; what a wildcard is of follows from the one
   * before.
   */
  private static List<Object> path(PyObject element, boolean isClass, List<PyObject> all) {
    List<Object> steps = steps(element);
    List<Object> path = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Object key = PathTokens.read(((PyTuple) steps.get(i)).get(1));
      Object entity = ((PyTuple) steps.get(i)).get(0);
      if (key == PyNone.NONE) {
        if (isClass) {
          path.add(entity);
        }
      } else if (key instanceof String text && PathTokens.isWildcard(text)) {
        path.add(text);
      } else {
        path.add(PyTuple.of(entity, key, narrowed(steps.subList(0, i + 1), all)));
      }
    }
    return path;
  }

  private static List<Object> steps(PyObject element) {
    return items(element, LoadElementState.PATH);
  }

  /**
   * What {@code of_type()} named at the end of a path, which only the option for that path says.
   */
  private static Object narrowed(List<Object> path, List<PyObject> all) {
    for (PyObject element : all) {
      Object ofType = element.stateDict().get(LoadElementState.OF_TYPE);
      List<Object> steps = steps(element);
      boolean isOfPath =
          steps.size() == path.size() + 1 && steps.subList(0, path.size()).equals(path);
      if (isOfPath && ofType != null && ofType != PyNone.NONE) {
        return ofType;
      }
    }
    return PyNone.NONE;
  }

  private static List<Object> items(PyObject object, String key) {
    Object items = object.stateDict().get(key);
    return items == null ? List.of() : PythonItems.ofNode(items);
  }
}
