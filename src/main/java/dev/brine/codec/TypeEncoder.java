package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.shape.Dicts;
import dev.brine.shape.TypeClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes types as SQLAlchemy 2.0 holds them. Equal types are written once. */
final class TypeEncoder {

  private static final String IMPL = "impl";

  private final Map<SqlType, Object> written = new HashMap<>();

  Object write(SqlType type) {
    Object done = written.get(type);
    if (done != null) {
      return done;
    }
    Object node = writeNew(type);
    written.put(type, node);
    return node;
  }

  private Object writeNew(SqlType type) {
    return switch (type.name()) {
      case OPAQUE -> attribute(type, "state");
      case TYPE_DECORATOR -> decorator(type);
      case PICKLE_TYPE ->
          PyObject.reduce(
              TypeClasses.python(type.name()),
              attribute(type, "protocol"),
              PyNone.NONE,
              type.attribute("comparator") instanceof String comparator
                  ? TypeClasses.ofText(comparator)
                  : PyNone.NONE);
      default -> ordinary(type);
    };
  }

  private static Object attribute(SqlType type, String name) {
    Object value = type.attribute(name);
    return value == null ? PyNone.NONE : value;
  }

  /**
   * Without {@code impl_instance} the loaded type cannot be run: loading looks for it before the
   * state is there, and remembers that it is the class.
   */
  private Object decorator(SqlType type) {
    Object state = type.attribute("state");
    if (state != null) {
      return state;
    }
    PyGlobal cls = TypeClasses.ofText(attribute(type, "class").toString());
    Object impl = plain(type.attribute(IMPL));
    return PyObject.newObject(cls).build(new PyDict().put(IMPL, impl).put("impl_instance", impl));
  }

  private Object ordinary(SqlType type) {
    PyDict state = new PyDict();
    for (TypeName.Attribute attribute : type.name().attributes()) {
      String key = TypeState.key(type.name(), attribute.name());
      Object value = type.attribute(attribute.name());
      boolean isLeftOut = value == null && TypeState.isOptional(type.name(), attribute.name());
      if (key != null && !isLeftOut) {
        Object special = TypeState.write(type.name(), attribute.name(), value);
        state.put(key, special == null ? plain(value) : special);
      }
    }
    if (type.name() == TypeName.INTERVAL) {
      Object impl = write(SqlType.of(TypeName.DATE_TIME));
      state.put(IMPL, impl).put("impl_instance", impl);
    }
    TypeState.addDerived(type, state);
    if (!type.variants().isEmpty()) {
      state.put("_variant_mapping", variants(type));
    }
    PyObject node = PyObject.newObject(TypeClasses.python(type.name()));
    return state.isEmpty() ? node : node.build(state);
  }

  private Object variants(SqlType type) {
    PyDict variants = new PyDict();
    type.variants().forEach((dialect, variant) -> variants.put(dialect, write(variant)));
    return Dicts.immutable(variants);
  }

  private Object plain(@Nullable Object value) {
    if (value == null) {
      return PyNone.NONE;
    }
    if (value instanceof SqlType type) {
      return write(type);
    }
    if (value instanceof QuotedName name) {
      return NameCodec.write(name);
    }
    return value instanceof List<?> list
        ? new PyList(list.stream().map(this::plain).toList())
        : value;
  }
}
