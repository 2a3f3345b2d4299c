package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PathTokens;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loader options up to 0.8 (rel_0_6_9 and rel_0_8_7, {@code orm/strategies.py} and {@code
 * orm/__init__.py}), each an object of a class of its own, in the shape that 0.9 to 1.4 wrote.
 * {@code joinedload(…, innerjoin=True)} and {@code contains_eager(…, alias=…)} were two options for
 * the same attributes.
 */
public final class EarlyOptions {

  private static final String STRATEGIES = "sqlalchemy.orm.strategies.";
  private static final String LAZY_OPTION = STRATEGIES + "EagerLazyOption";
  private static final String JOIN_OPTION = STRATEGIES + "EagerJoinOption";
  private static final String ALIAS_OPTION = STRATEGIES + "LoadEagerFromAliasOption";
  private static final String DEFERRED_OPTION = STRATEGIES + "DeferredOption";
  private static final String GROUP_OPTION = STRATEGIES + "UndeferGroupOption";

  private static final PyGlobal UNBOUND = OrmClasses.strategy("_UnboundLoad");
  private static final String KEY = "key";
  private static final String INNER_JOIN = "innerjoin";
  private static final String EAGER_FROM_ALIAS = "eager_from_alias";

  /** What stood for the strategies that have words now. */
  private static final Map<Object, String> WORDS =
      Map.of(true, "select", false, "joined", PyNone.NONE, "noload");

  private EarlyOptions() {}

  /** All options, those of these classes as newer ones. */
  public static List<Object> modern(List<Object> options) {
    List<Object> modern = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      PyObject next =
          i + 1 < options.size() && options.get(i + 1) instanceof PyObject object ? object : null;
      if (options.get(i) instanceof PyObject option && isEarly(option.className())) {
        boolean isPair = next != null && isAddition(next) && names(next).equals(names(option));
        modern.add(modern(option, isPair ? next : null));
        i += isPair ? 1 : 0;
      } else {
        modern.add(options.get(i));
      }
    }
    return modern;
  }

  /** Whether options of this class can stand alone. */
  public static boolean isEarly(String name) {
    return name.equals(LAZY_OPTION) || name.equals(DEFERRED_OPTION) || name.equals(GROUP_OPTION);
  }

  /** Whether an option only adds to the one before. */
  private static boolean isAddition(PyObject option) {
    return option.className().equals(JOIN_OPTION) || option.className().equals(ALIAS_OPTION);
  }

  /** Names may have been given in one, {@code "addresses.dingalings"}. */
  private static List<Object> keys(PyObject option) {
    List<Object> keys = new ArrayList<>();
    for (Object key : PythonItems.ofNode(value(option, KEY))) {
      if (key instanceof PyTuple || PathTokens.isWildcard(Texts.of(key))) {
        keys.add(key);
      } else {
        keys.addAll(List.of(Texts.of(key).split("\\.")));
      }
    }
    return keys;
  }

  private static List<String> names(PyObject option) {
    return keys(option).stream().map(EarlyOptions::name).toList();
  }

  private static String name(Object key) {
    return key instanceof PyTuple attribute
        ? ((PyGlobal) attribute.get(0)).path() + "." + Texts.of(attribute.get(1))
        : Texts.of(key);
  }

  private static Object value(PyObject option, String key) {
    return Objects.requireNonNullElse(option.attribute(key), PyNone.NONE);
  }

  /** One option by itself. */
  public static PyObject modern(PyObject option) {
    return modern(option, null);
  }

  private static PyObject modern(PyObject option, @Nullable PyObject addition) {
    if (option.className().equals(GROUP_OPTION)) {
      String name = "undefer_group_" + Texts.of(value(option, "group"));
      return chain(
          List.of(element(List.of("column:*"), List.of(), new PyDict().put(name, true), true)));
    }
    List<Object> keys = keys(option);
    boolean isChained = Boolean.TRUE.equals(value(option, "chained"));
    List<PyObject> elements = new ArrayList<>();
    for (int i = 1; i <= keys.size(); i++) {
      List<Object> path = keys.subList(0, i);
      boolean isLast = i == keys.size();
      elements.add(
          isLast || isChained
              ? element(path, strategy(option), options(addition, isLast), propagates(option))
              : element(path, List.of(), new PyDict(), true));
    }
    return chain(elements);
  }

  private static List<PyTuple> strategy(PyObject option) {
    if (option.className().equals(DEFERRED_OPTION)) {
      boolean isDeferred = Boolean.TRUE.equals(value(option, "defer"));
      return List.of(PyTuple.of("deferred", isDeferred), PyTuple.of("instrument", true));
    }
    Object lazy = value(option, "lazy");
    String word = WORDS.get(lazy);
    return List.of(PyTuple.of("lazy", word == null ? Texts.of(lazy) : word));
  }

  private static boolean propagates(PyObject option) {
    return !Boolean.FALSE.equals(value(option, LoadElementState.PROPAGATES));
  }

  /** Only the last attribute of a chain has the alias; the others are in the query as they are. */
  private static PyDict options(@Nullable PyObject addition, boolean isLast) {
    PyDict options = new PyDict();
    if (addition == null) {
      return options;
    }
    if (addition.className().equals(JOIN_OPTION)) {
      return options.put(INNER_JOIN, value(addition, INNER_JOIN));
    }
    return options.put(EAGER_FROM_ALIAS, isLast ? value(addition, "alias") : PyNone.NONE);
  }

  private static PyObject element(
      List<Object> path, List<PyTuple> strategy, PyDict options, boolean propagates) {
    PyDict state =
        new PyDict()
            .put(LoadElementState.PATH, new PyList(path))
            .put(LoadElementState.OPTIONS, options)
            .put(LoadElementState.PROPAGATES, propagates);
    if (!strategy.isEmpty()) {
      state.put(LoadElementState.STRATEGY, PyTuple.of(List.<Object>copyOf(strategy)));
    }
    return PyObject.newObject(UNBOUND).build(state);
  }

  private static PyObject chain(List<PyObject> elements) {
    return PyObject.newObject(UNBOUND)
        .build(new PyDict().put("_to_bind", new PyList(List.copyOf(elements))));
  }
}
