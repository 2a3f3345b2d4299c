package dev.brine.codec;

import dev.brine.pickle.PyGlobal;
import dev.brine.schema.TypeName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which Python class a {@link TypeName} is, and under which keys its state keeps the arguments. */
final class TypeClasses {

  static final String ENUM_VALUES = "values";

  private static final Map<String, TypeName> BY_PATH = byPath();

  private TypeClasses() {}

  private static Map<String, TypeName> byPath() {
    Map<String, TypeName> all = new LinkedHashMap<>();
    for (TypeName name : TypeName.values()) {
      if (name != TypeName.OPAQUE && name != TypeName.TYPE_DECORATOR) {
        all.put(python(name).path(), name);
      }
    }
    return Map.copyOf(all);
  }

  static @Nullable TypeName byPath(String path) {
    return BY_PATH.get(path);
  }

  static PyGlobal python(TypeName name) {
    return PythonClasses.type(name.pythonName());
  }

  /** The state key that holds a constructor argument; null where none does. */
  static @Nullable String stateKey(TypeName name, String attribute) {
    if (name == TypeName.ENUM && attribute.equals(ENUM_VALUES)) {
      return null;
    }
    return name == TypeName.TABLE_VALUE_TYPE && attribute.equals("elements")
        ? "_elements"
        : attribute;
  }

  /** Keys whose value follows from the arguments. */
  static Set<String> derivedKeys(TypeName name) {
    return switch (name) {
      // In 0.6 the state is that of the DateTime it decorates.
      case INTERVAL -> Set.of("impl", "impl_instance", "timezone");
      case TUPLE_TYPE -> Set.of("_fully_typed");
      default -> Set.of();
    };
  }

  /**
   * The text that stands for a user's class: {@code module.Name}, or {@code module:Outer.Name} for
   * a nested one, whose module could not be told otherwise.
   */
  static String text(Object cls) {
    PyGlobal name = PyGlobal.named(cls);
    if (name == null) {
      throw new NotUnderstood("class " + cls);
    }
    return name.name().indexOf('.') < 0 ? name.path() : name.module() + ":" + name.name();
  }

  /** The class that such a text stands for. */
  static PyGlobal ofText(String text) {
    int colon = text.indexOf(':');
    int split = colon < 0 ? text.lastIndexOf('.') : colon;
    return new PyGlobal(text.substring(0, Math.max(split, 0)), text.substring(split + 1));
  }
}
