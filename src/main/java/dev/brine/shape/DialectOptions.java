package dev.brine.shape;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code dialect_options} of an element: a mapping that fills itself when a compiler asks for a
 * dialect, of an object with {@code _non_defaults} and {@code _defaults} each (rel_2_0_52,
 * sql/base.py).
 */
public final class DialectOptions {

  public static final String KEY = "dialect_options";

  private static final String NON_DEFAULTS = "_non_defaults";

  private static final PyGlobal BY_DIALECT =
      new PyGlobal("sqlalchemy.util._collections", "PopulateDict");
  private static final PyGlobal OF_ONE = new PyGlobal("sqlalchemy.sql.base", "_DialectArgDict");

  private DialectOptions() {}

  /** Of a dict by names that begin with their dialect's, {@code mysql_limit}. */
  public static PyObject ofNames(PyDict given) {
    Map<String, PyDict> byDialect = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          String name = Texts.of(key);
          int end = Math.max(name.indexOf('_'), 0);
          byDialect
              .computeIfAbsent(name.substring(0, end), dialect -> new PyDict())
              .put(name.substring(end + 1), value);
        });
    PyObject options = PyObject.newObject(BY_DIALECT);
    byDialect.forEach(
        (dialect, arguments) ->
            options.setItem(
                dialect,
                PyObject.newObject(OF_ONE).build(new PyDict().put(NON_DEFAULTS, arguments))));
    return options;
  }

  /** Whether nobody gave any: what is there was looked at by a compiler, and is at its default. */
  static boolean areDefaults(Object node) {
    if (!(node instanceof PyObject byDialect)) {
      return false;
    }
    boolean[] none = {true};
    Dicts.entries(byDialect).forEach((dialect, options) -> none[0] &= hasNoneGiven(options));
    return none[0];
  }

  private static boolean hasNoneGiven(Object options) {
    return options instanceof PyObject object
        && object.attribute(NON_DEFAULTS) instanceof PyDict given
        && given.isEmpty();
  }
}
