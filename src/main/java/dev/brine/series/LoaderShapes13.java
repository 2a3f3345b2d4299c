package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PathTokens;
import dev.brine.shape.PersistentId;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loader options in 1.3 (rel_1_3_24, {@code orm/strategy_options.py}): the methods of {@code Load},
 * called one after the other.
 */
final class LoaderShapes13 {

  private static final PyGlobal TOKEN_LOAD = OrmClasses.strategy("_TokenStrategyLoad");
  private static final PyGlobal UNBOUND = OrmClasses.strategy("_UnboundLoad");

  private static final String LAZY = "lazy";
  private static final String DEFERRED = "deferred";
  private static final String POLYMORPHIC = "selectinload_polymorphic";
  private static final String INNER_JOIN = "innerjoin";
  private static final String EAGER_FROM_ALIAS = "eager_from_alias";
  private static final String UNDEFER_GROUP = "undefer_group_";
  private static final String COLUMN_STRATEGY = "set_column_strategy";
  private static final PyDict DEFERRED_STRATEGY =
      new PyDict().put(DEFERRED, true).put("instrument", true);

  /** What {@code load_only()} adds, so that the primary key is loaded all the same. */
  private static final String WITH_KEYS = "undefer_pks";

  private static final String DEPTH = "recursion_depth";

  /** The methods for relationships. */
  private static final Map<Object, String> LAZY_METHODS =
      Map.of(
          "joined", "joinedload",
          "selectin", "selectinload",
          "subquery", "subqueryload",
          "select", "lazyload",
          "raise", "raiseload",
          "raise_on_sql", "raiseload",
          "noload", "noload",
          "immediate", "immediateload");

  static final List<SeriesShape> ALL =
      List.of(
          new SeriesShape(OrmClasses.LOAD.path(), LoaderShapes13::single),
          new SeriesShape(OrmClasses.WILDCARD_LOAD.path(), LoaderShapes13::wildcard));

  private LoaderShapes13() {}

  private static Object single(PyObject load) {
    if (load.attribute(LoadElementState.PATH) == null) {
      return load; // What is made here is met again, as the start of its calls.
    }
    List<Object> options = options(load);
    Refusals.V1_3.checkIf(options.size() != 1, "Load.branches");
    return options.get(0);
  }

  /** One or more options that say the same. */
  static List<Object> options(Object node) {
    if (!(node instanceof PyObject load) || !load.className().equals(OrmClasses.LOAD.path())) {
      return List.of(node);
    }
    List<Object> path = PythonItems.ofNode(part(load, LoadElementState.PATH));
    Chain chain = new Chain((PyGlobal) PythonItems.ofNode(path.get(0)).get(0));
    List<Object> elements = PythonItems.ofNode(part(load, "context"));
    elements.forEach(element -> chain.add((PyObject) element));
    return elements.isEmpty() ? List.of(chain.start()) : chain.finished();
  }

  private static Object part(PyObject object, String key) {
    return Objects.requireNonNull(object.attribute(key), key);
  }

  /** How a strategy is asked for: a method, and what it takes beside the attribute. */
  private record Method(String name, List<Object> arguments) {

    private static final Method ALL_DEFERRED =
        new Method(COLUMN_STRATEGY, List.of(DEFERRED_STRATEGY, new PyDict().put(WITH_KEYS, true)));

    static Method of(PyObject element) {
      return isAllColumns(element) ? ALL_DEFERRED : ofStrategy(element);
    }

    /** Since 2.0 the primary key is loaded all the same, which {@code load_only()} had to say. */
    private static boolean isAllColumns(PyObject element) {
      boolean isToken = element.className().equals(TOKEN_LOAD.path());
      Map<String, Object> strategy = strategy(element);
      return isToken && Boolean.TRUE.equals(strategy.get(DEFERRED));
    }

    private static Method ofStrategy(PyObject element) {
      Object options = part(element, LoadElementState.OPTIONS);
      PyDict given = options instanceof PyObject dict ? Dicts.of(dict) : (PyDict) options;
      Map<String, Object> strategy = strategy(element);
      Object criteria = element.attribute(LoadElementState.CRITERIA);
      Refusals.V1_3.checkIf(
          !strategy.containsKey(LoadElementState.QUERY_EXPRESSION)
              && criteria != null
              && !PythonItems.ofNode(criteria).isEmpty(),
          "Load.criteria");
      return of(strategy, given);
    }

    private static Map<String, Object> strategy(PyObject element) {
      Map<String, Object> strategy = new LinkedHashMap<>();
      PythonItems.ofNode(part(element, LoadElementState.STRATEGY))
          .forEach(
              pair ->
                  strategy.put(
                      Texts.of(PythonItems.ofNode(pair).get(0)), PythonItems.ofNode(pair).get(1)));
      return strategy;
    }

    private static Method of(Map<String, Object> strategy, PyDict options) {
      Object depth = options.get(DEPTH);
      Refusals.V1_3.checkIf(depth != null && depth != PyNone.NONE, "Load.recursion");
      Refusals.V1_3.checkIf(strategy.containsKey("raiseload"), "Load.deferred");
      if (strategy.containsKey(LoadElementState.QUERY_EXPRESSION)) {
        Object expression = options.get(LoadElementState.EXPRESSION);
        Refusals.V1_3.checkIf(expression == null, "Load.expression");
        return new Method("with_expression", List.of(Objects.requireNonNull(expression)));
      }
      if (strategy.containsKey(LAZY)) {
        return lazy(strategy.get(LAZY), options);
      }
      if (strategy.containsKey(DEFERRED)) {
        return new Method(
            Boolean.TRUE.equals(strategy.get(DEFERRED)) ? "defer" : "undefer", List.of());
      }
      return strategy.containsKey(POLYMORPHIC)
          ? new Method("selectin_polymorphic", List.of(classes(options)))
          : group(options);
    }

    private static Method lazy(@Nullable Object how, PyDict options) {
      Object alias = options.get(EAGER_FROM_ALIAS);
      if (alias != null) {
        return new Method("contains_eager", alias == PyNone.NONE ? List.of() : List.of(alias));
      }
      Object innerJoin = options.get(INNER_JOIN);
      List<Object> arguments =
          Objects.equals(how, "raise_on_sql")
              ? List.of(true)
              : innerJoin == null || innerJoin == PyNone.NONE ? List.of() : List.of(innerJoin);
      return new Method(Objects.requireNonNull(LAZY_METHODS.get(how)), arguments);
    }

    private static PyList classes(PyDict options) {
      Object entities = Objects.requireNonNull(options.get("entities"));
      return new PyList(PythonItems.ofNode(entities));
    }

    private static Method group(PyDict options) {
      for (Map.Entry<Object, Object> option : options) {
        String name = Texts.of(option.getKey());
        if (name.startsWith(UNDEFER_GROUP)) {
          return new Method("undefer_group", List.of(name.substring(UNDEFER_GROUP.length())));
        }
      }
      return new Method("defaultload", List.of());
    }

    boolean hasAttribute() {
      return !name.equals("undefer_group") && !name.equals("selectin_polymorphic");
    }
  }

  /** Options from one class on; a new one begins where the last cannot be gone on with. */
  private static final class Chain {

    private final PyGlobal from;
    private final List<Object> finished = new ArrayList<>();
    private List<Object> reached = List.of();
    private @Nullable Object current;

    Chain(PyGlobal from) {
      this.from = from;
    }

    Object start() {
      return PyObject.reduce(OrmClasses.LOAD, new PersistentId.OfMapper(from));
    }

    List<Object> finished() {
      List<Object> all = new ArrayList<>(finished);
      if (current != null) {
        all.add(current);
      }
      return all;
    }

    void add(PyObject element) {
      Method method = Method.of(element);
      List<Object> steps = steps(element);
      int last = method.hasAttribute() ? steps.size() - 1 : steps.size();
      List<Object> before = steps.subList(0, last);
      if (current == null || !before.equals(reached)) {
        restart(before);
      }
      List<Object> arguments = new ArrayList<>();
      if (method.hasAttribute()) {
        arguments.add(attribute(steps.get(last), element));
      }
      arguments.addAll(method.arguments());
      current = Calls.method(Objects.requireNonNull(current), method.name(), arguments.toArray());
      boolean isColumn = List.of("defer", "undefer", COLUMN_STRATEGY).contains(method.name());
      if (method.hasAttribute() && !isColumn) {
        reached = List.copyOf(steps);
      }
    }

    private void restart(List<Object> steps) {
      if (current != null) {
        finished.add(current);
      }
      Object option = start();
      for (Object step : steps) {
        option = Calls.method(option, "defaultload", attribute(step, null));
      }
      current = option;
      reached = List.copyOf(steps);
    }

    /** The classes that are left, each with the attribute by which; the class at the end aside. */
    private static List<Object> steps(PyObject element) {
      return PythonItems.ofNode(part(element, LoadElementState.PATH)).stream()
          .filter(step -> PythonItems.ofNode(step).get(1) != PyNone.NONE)
          .toList();
    }

    private static Object attribute(Object step, @Nullable PyObject element) {
      List<Object> parts = PythonItems.ofNode(step);
      String key = Texts.of(PathTokens.read(parts.get(1)));
      if (key.contains(":")) {
        return key.substring(key.indexOf(':') + 1);
      }
      Object attribute = new PersistentId.OfAttribute((PyGlobal) parts.get(0), key);
      Object ofType = element == null ? null : element.attribute(LoadElementState.OF_TYPE);
      return ofType == null || ofType == PyNone.NONE
          ? attribute
          : Calls.method(attribute, "of_type", ofType);
    }
  }

  private static Object wildcard(PyObject load) {
    Method method = Method.of(load);
    String token = Texts.of(PythonItems.ofNode(part(load, LoadElementState.PATH)).get(0));
    List<Object> arguments = new ArrayList<>();
    if (method.hasAttribute()) {
      arguments.add(token.substring(token.indexOf(':') + 1));
    }
    arguments.addAll(method.arguments());
    return Calls.method(PyObject.reduce(UNBOUND), method.name(), arguments.toArray());
  }
}
