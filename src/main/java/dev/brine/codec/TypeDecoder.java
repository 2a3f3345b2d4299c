package dev.brine.codec;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.shape.Dicts;
import dev.brine.shape.DroppableKeys;
import dev.brine.shape.EnumState;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.Texts;
import dev.brine.shape.TypeClasses;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types: a type whose class or state is not understood becomes {@link TypeName#OPAQUE}, a user's
 * class that decorates another type {@link TypeName#TYPE_DECORATOR}.
 */
final class TypeDecoder {

  private static final String IMPL = "impl";
  private static final String NAME = "name";
  private static final String COMPARATOR = "comparator_factory";
  private static final PyGlobal REMEMBERED_COMPARATOR =
      new PyGlobal("sqlalchemy.sql.type_api", "TypeDecorator.TDComparatorContainer");

  /** What {@code with_variant} made up to 1.4. */
  private static final Set<String> VARIANT =
      Set.of("sqlalchemy.sql.type_api.Variant", "sqlalchemy.sql.sqltypes.Variant");

  private final GraphToExpr decoder;
  private final IdentityHashMap<Object, SqlType> types = new IdentityHashMap<>();

  TypeDecoder(GraphToExpr decoder) {
    this.decoder = decoder;
  }

  /** Whether an object is one of SQLAlchemy's types. */
  static boolean isType(PyObject object) {
    return PythonClass.of(object).type() != null;
  }

  /** What a node was read as before; null where it was not. */
  @Nullable SqlType known(Object node) {
    return types.get(node);
  }

  SqlType read(Object node, GraphPath path) {
    SqlType done = known(node);
    if (done != null) {
      return done;
    }
    SqlType type = decoder.within(node, path, () -> readNew(node, path));
    types.put(node, type);
    return type;
  }

  private SqlType readNew(Object node, GraphPath path) {
    if (node instanceof PyGlobal cls) {
      TypeName name = TypeClasses.byPath(cls.path());
      return name == null ? opaque(cls.path(), cls) : SqlType.of(name);
    }
    PyObject object = decoder.cast(PyObject.class, "a type", node, path);
    PythonClass cls = PythonClass.of(object);
    String className = cls.path();
    TypeName name = cls.type();
    try {
      if (VARIANT.contains(className)) {
        return oldVariant(object, path);
      }
      return name == null ? unknown(object, className, path) : known(name, object, path);
    } catch (NotUnderstood answer) {
      return opaque(className, object);
    }
  }

  private static SqlType opaque(String className, Object graph) {
    return SqlType.of(TypeName.OPAQUE).with("class", className).with("state", graph);
  }

  /** A class outside SQLAlchemy with an {@code impl} is a {@code TypeDecorator}. */
  private SqlType unknown(PyObject object, String className, GraphPath path) {
    Object impl = object.attribute(IMPL);
    if (className.startsWith("sqlalchemy.") || !(impl instanceof PyObject)) {
      return opaque(className, object);
    }
    PyObject made = withoutMemo(object);
    SqlType decorated =
        SqlType.of(TypeName.TYPE_DECORATOR)
            .with("class", TypeClasses.text(object.type()))
            .with(IMPL, read(impl, path.attribute(IMPL)));
    Set<String> understood = Set.of(IMPL, "impl_instance");
    return isAllUnderstood(made, DroppableKeys.of(className), understood)
        ? decorated
        : decorated.with("state", made);
  }

  /**
   * Late 2.0 remembers which comparator it made of the decorated type's, by a class that no other
   * series has (rel_2_0_58, sql/type_api.py: TypeDecorator.comparator_factory).
   */
  private static PyObject withoutMemo(PyObject type) {
    if (!(type.attribute(COMPARATOR) instanceof PyObject call)
        || !REMEMBERED_COMPARATOR.equals(call.callable())) {
      return type;
    }
    PyDict state = new PyDict();
    type.stateDict()
        .forEach(
            (key, value) -> {
              if (!COMPARATOR.equals(key)) {
                state.put(key, value);
              }
            });
    return PyObject.newObject(type.callable(), type.args().asList().toArray()).build(state);
  }

  private SqlType oldVariant(PyObject object, GraphPath path) {
    // Brine writes the call with both, as Python cannot load the state that it writes itself.
    boolean isCall = object.typeArgs().size() == 2;
    Object base = isCall ? object.typeArgs().get(0) : object.attribute(IMPL);
    Object others = isCall ? object.typeArgs().get(1) : object.attribute("mapping");
    if (!(base instanceof PyObject impl) || !(others instanceof PyDict mapping)) {
      throw new NotUnderstood("its state");
    }
    SqlType type = read(impl, path.attribute(IMPL));
    for (Map.Entry<Object, Object> entry : mapping) {
      type = type.withVariant(read(entry.getValue(), path), Texts.of(entry.getKey()));
    }
    return type;
  }

  private SqlType known(TypeName name, PyObject object, GraphPath path) {
    if (name == TypeName.PICKLE_TYPE) {
      return pickleType(object);
    }
    TypeShape shape = TypeShape.of(name);
    Map<String, Object> attributes = Map.of();
    for (TypeShape.Argument argument : shape.arguments()) {
      Object value = argument(argument, object, path);
      if (value != null) {
        attributes = attributes.isEmpty() ? new LinkedHashMap<>() : attributes;
        attributes.put(argument.name(), value);
      }
    }
    if (!isAllUnderstood(object, shape.droppable(), shape.keys())) {
      throw new NotUnderstood("its state");
    }
    return new SqlType(name, attributes, variants(object, path));
  }

  private @Nullable Object argument(TypeShape.Argument argument, PyObject type, GraphPath path) {
    String key = argument.key();
    if (key == null) {
      return EnumState.values(type);
    }
    Object value = argument(argument.name(), type.attribute(key), path.attribute(key));
    return key.equals(NAME)
            && value instanceof String text
            && type.attribute(TypeState.QUOTE) instanceof Boolean isQuoted
        ? new QuotedName(text, isQuoted ? Quoting.ALWAYS : Quoting.NEVER)
        : value;
  }

  private @Nullable Object argument(String name, @Nullable Object node, GraphPath path) {
    Object special = TypeState.read(name, node);
    return special == null ? plain(node, path) : special;
  }

  /**
   * Rebuilt by a call with the protocol, the pickler and the comparator; in 0.7 before that one
   * whether values are watched for changes, of which no statement asks (rel_0_7_10, types.py).
   */
  private static SqlType pickleType(PyObject object) {
    PyTuple args = object.typeArgs();
    int comparator = args.size() > 2 && args.get(2) instanceof Boolean ? 3 : 2;
    SqlType type = SqlType.of(TypeName.PICKLE_TYPE);
    if (args.isEmpty()) {
      return type;
    }
    type = type.with("protocol", args.get(0));
    if (args.size() > 1 && args.get(1) != PyNone.NONE) {
      throw new NotUnderstood("its arguments");
    }
    if (args.size() > comparator && args.get(comparator) != PyNone.NONE) {
      if (!(args.get(comparator) instanceof PyGlobal function)) {
        throw new NotUnderstood("its arguments");
      }
      type = type.with("comparator", TypeClasses.text(function));
    }
    return type;
  }

  private static boolean isAllUnderstood(
      PyObject object, DroppableKeys droppable, Set<String> understood) {
    PyDict state = object.stateDict();
    for (int i = 0; i < state.size(); i++) {
      String name = Texts.of(state.keyAt(i));
      if (!understood.contains(name) && !droppable.contains(name, state.valueAt(i))) {
        return false;
      }
    }
    return !object.hasItems();
  }

  private Map<String, SqlType> variants(PyObject object, GraphPath path) {
    if (!(object.attribute(TypeShape.VARIANTS) instanceof PyObject dict)
        || !Dicts.isImmutable(dict)
        || Dicts.of(dict).isEmpty()) {
      return Map.of();
    }
    Map<String, SqlType> variants = new LinkedHashMap<>();
    Dicts.of(dict).forEach((dialect, type) -> variants.put(Texts.of(dialect), read(type, path)));
    return variants;
  }

  private @Nullable Object plain(@Nullable Object value, GraphPath path) {
    if (value == null || value == PyNone.NONE) {
      return null;
    }
    if (value instanceof Long || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof PyByteString text) {
      return text.text();
    }
    if (value instanceof PyList list) {
      return decoder.within(list, path, () -> plainList(list.asList(), path));
    }
    if (value instanceof PyTuple tuple) {
      return decoder.within(tuple, path, () -> plainList(tuple.asList(), path));
    }
    return value instanceof PyGlobal cls && !isType(cls)
        ? TypeClasses.text(cls)
        : object(value, path);
  }

  private List<Object> plainList(List<Object> items, GraphPath path) {
    List<Object> plain = new ArrayList<>(items.size());
    for (Object item : items) {
      Object value = plain(item, path);
      if (value == null) {
        throw new NotUnderstood("None in a list");
      }
      plain.add(value);
    }
    return List.copyOf(plain);
  }

  private static boolean isType(PyGlobal cls) {
    return TypeClasses.byPath(cls.path()) != null;
  }

  /** A type, or a name: a text where it has no quoting of its own. */
  private Object object(Object value, GraphPath path) {
    boolean isName =
        value instanceof PyObject call && call.className().startsWith("sqlalchemy.sql.elements.");
    if (!isName) {
      if (value instanceof PyObject || value instanceof PyGlobal) {
        return read(value, path);
      }
      throw new NotUnderstood("%s at %s".formatted(value, path));
    }
    if (decoder.names().read(value, path) instanceof QuotedName name) {
      return name.quoting() == Quoting.AUTOMATIC ? name.text() : name;
    }
    throw new NotUnderstood("a name that is made up");
  }
}
