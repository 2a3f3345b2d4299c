package dev.brine.pickle;

import org.jspecify.annotations.Nullable;

/**
 * Globals that were read before, so that the same class is mostly the same object in pickle after
 * pickle, which keeps what was found out about it. Shared by all readers as {@link RecurringTexts}
 * are; Python, too, has one object for each.
 *
 * <p>The names must be the very texts, not equal ones: a module's name that stands once in a pickle
 * for all of its classes is one text for all of them, and is written back as one.
 */
final class RecurringGlobals {

  private static final int PLACES = 1 << 10;

  /** Longer names are not kept. */
  private static final int MAX_LENGTH = 200;

  private static final @Nullable PyGlobal[] GLOBALS = new @Nullable PyGlobal[PLACES];

  private RecurringGlobals() {}

  @SuppressWarnings("ReferenceEquality") // see above
  static PyGlobal of(String module, String name) {
    int hash = PyGlobal.hash(module, name);
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    PyGlobal known = GLOBALS[place];
    if (known != null && known.module() == module && known.name() == name) {
      return known;
    }
    PyGlobal global = new PyGlobal(module, name);
    if (module.length() + name.length() <= MAX_LENGTH) {
      GLOBALS[place] = global;
    }
    return global;
  }
}
