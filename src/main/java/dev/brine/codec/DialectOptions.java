package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;

/**
 * The {@code dialect_options} of an element: a mapping that fills itself when a compiler asks for a
 * dialect, of an object with {@code _non_defaults} and {@code _defaults} each (rel_2_0_52,
 * sql/base.py).
 */
final class DialectOptions {

  static final String KEY = "dialect_options";

  private static final String NON_DEFAULTS = "_non_defaults";

  private DialectOptions() {}

  /** Whether nobody gave any: what is there was looked at by a compiler, and is at its default. */
  static boolean areDefaults(Object node) {
    if (!(node instanceof PyObject byDialect)) {
      return false;
    }
    boolean[] none = {true};
    byDialect.dictItems().forEach((dialect, options) -> none[0] &= hasNoneGiven(options));
    return none[0];
  }

  private static boolean hasNoneGiven(Object options) {
    return options instanceof PyObject object
        && object.attribute(NON_DEFAULTS) instanceof PyDict given
        && given.isEmpty();
  }
}
