package dev.brine.json;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyGlobal;

/** Python's classes and functions as it writes entry points: {@code "module:Outer.Name"}. */
final class ClassName {

  private static final char BETWEEN = ':';

  private ClassName() {}

  static String text(MappedEntity entity) {
    return text(entity.module(), entity.qualifiedName());
  }

  static String text(PyGlobal global) {
    return text(global.module(), global.name());
  }

  private static String text(String module, String name) {
    if (module.indexOf(BETWEEN) >= 0) {
      throw new UnsupportedConstructException(
          "the JSON form has no name for what is in the module '%s'".formatted(module),
          "no module of Python's can be called so");
    }
    return module + BETWEEN + name;
  }

  static PyGlobal read(Place json) {
    String text = json.text();
    int between = text.indexOf(BETWEEN);
    if (between < 0) {
      throw json.expected("a class as 'module:Name'");
    }
    return new PyGlobal(text.substring(0, between), text.substring(between + 1));
  }
}
