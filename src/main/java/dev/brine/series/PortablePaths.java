package dev.brine.series;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.PyGlobal;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.TypeClasses;
import java.util.HashMap;
import java.util.Map;

/** Where 1.4, 2.0 and 2.1 all have what they do not have at the same place (rel_1_4_0 on). */
public final class PortablePaths {

  static final TargetNames NAMES = new TargetNames(Refusals.PORTABLE, all());

  private PortablePaths() {}

  /**
   * What a class or function of 2.0 is called in the portable form.
   *
   * @throws UnsupportedConstructException if it has no name that all its series know
   */
  public static PyGlobal named(PyGlobal name) {
    return NAMES.named(name);
  }

  /** By the path in 2.0. */
  private static Map<String, PyGlobal> all() {
    Map<String, PyGlobal> all = new HashMap<>();
    // Each is imported, or kept as an attribute, by the module of the queries.
    all.put(OrmClasses.COMPILE_OPTIONS.path(), OrmClasses.PORTABLE_COMPILE_OPTIONS);
    all.put(
        OrmClasses.FROM_STATEMENT.path(), new PyGlobal("sqlalchemy.orm.query", "FromStatement"));
    for (TypeName name : TypeName.values()) {
      if (name.origin() != TypeOrigin.GENERIC
          && name != TypeName.OPAQUE
          && name != TypeName.TYPE_DECORATOR) {
        all.put(
            TypeClasses.python(name).path(),
            new PyGlobal("sqlalchemy.dialects." + name.origin().dialect(), name.pythonName()));
      }
    }
    return all;
  }
}
