package dev.brine.shape;

import dev.brine.pickle.PyGlobal;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Python class a {@link TypeName} is. */
public final class TypeClasses {

  private static final Map<String, TypeName> BY_NAME = byName();

  private TypeClasses() {}

  private static Map<String, TypeName> byName() {
    Map<String, TypeName> all = new LinkedHashMap<>();
    for (TypeName name : TypeName.values()) {
      if (name != TypeName.OPAQUE && name != TypeName.TYPE_DECORATOR) {
        all.put(TypeModules.withoutModule(python(name).path()), name);
      }
    }
    // Up to 1.4 PostgreSQL had these for itself.
    all.put("postgresql.UUID", TypeName.UUID);
    all.put("postgresql.DOUBLE_PRECISION", TypeName.DOUBLE_PRECISION);
    return Map.copyOf(all);
  }

  /** The class at a path of any series; null for a class that is none of SQLAlchemy's types. */
  public static @Nullable TypeName byPath(String path) {
    return BY_NAME.get(TypeModules.withoutModule(PythonClasses.canonical(path)));
  }

  public static PyGlobal python(TypeName name) {
    return name.origin() == TypeOrigin.GENERIC
        ? PythonClasses.type(name.pythonName())
        : new PyGlobal(TypeModules.of(name), name.pythonName());
  }

  /**
   * The text that stands for a user's class: {@code module.Name}, or {@code module:Outer.Name} for
   * a nested one, whose module could not be told otherwise.
   */
  public static String text(Object cls) {
    PyGlobal name = PyGlobal.named(cls);
    if (name == null) {
      throw new NotUnderstood("class " + cls);
    }
    return name.name().indexOf('.') < 0 ? name.path() : name.module() + ":" + name.name();
  }

  /** The class that such a text stands for. */
  public static PyGlobal ofText(String text) {
    int colon = text.indexOf(':');
    int split = colon < 0 ? text.lastIndexOf('.') : colon;
    return new PyGlobal(text.substring(0, Math.max(split, 0)), text.substring(split + 1));
  }
}
