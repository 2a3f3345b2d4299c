package dev.brine.codec;

import dev.brine.error.MalformedPickleException;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.Opaque;
import dev.brine.expr.UnmappedClass;
import dev.brine.mapping.Entity;
import dev.brine.mapping.NamedRow;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonTuple;
import dev.brine.pickle.PythonValues;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PickledState;
import dev.brine.shape.Wrappers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a query gave and somebody pickled: mapped instances ({@code orm/state.py}, {@code
 * InstanceState.__getstate__}), and rows ({@code engine/row.py}, {@code util/_collections.py}). The
 * shapes are those of SQLAlchemy 0.6 to 2.1, told apart by what is there.
 *
 * <p>Instances refer to each other in cycles and long chains, so that each is made empty at first,
 * and filled when its turn comes. One for each graph.
 */
final class PickledRows {

  private static final String INSTANCE_STATE = "_sa_instance_state";

  /** Where an association proxy keeps what it made for the instance; no attribute. */
  private static final String PROXY_CACHE = "_AssociationProxy_";

  private static final String ROW_FUNCTION = ".rowproxy_reconstructor";
  private static final List<String> TUPLES = List.of("KeyedTuple", "NamedTuple");
  private static final String LABELS = "_labels";
  private static final List<String> NAMES_OF_ROW = List.of("_keys", "keys");
  private static final List<String> VALUES_OF_ROW = List.of("_data", "_row");

  private final GraphToExpr in;
  private final IdentityHashMap<PyObject, Object> made = new IdentityHashMap<>();
  private final Deque<Runnable> unfilled = new ArrayDeque<>();

  PickledRows(GraphToExpr in) {
    this.in = in;
  }

  /** Whether the object is one that this reads. */
  static boolean isRow(PyObject object) {
    return isInstance(object) || isTuple(object) || isReconstructed(object);
  }

  private static boolean isInstance(PyObject object) {
    return object.isInstance() && object.stateDict().get(INSTANCE_STATE) instanceof PyObject;
  }

  private static boolean isTuple(PyObject object) {
    String name = object.className();
    return name.startsWith("sqlalchemy.") && TUPLES.contains(PickledCollections.simpleName(name));
  }

  private static boolean isReconstructed(PyObject object) {
    return object.className().startsWith("sqlalchemy.")
        && object.className().endsWith(ROW_FUNCTION);
  }

  /**
   * An {@link Entity} or a {@link NamedRow}, and all that hangs on it.
   *
   * @throws NotUnderstood if a row is of no shape that is known
   */
  Object read(PyObject object, GraphPath path) {
    Object row = row(object, path);
    for (Runnable next = unfilled.poll(); next != null; next = unfilled.poll()) {
      next.run();
    }
    return row;
  }

  private Object row(PyObject object, GraphPath path) {
    Object known = made.get(object);
    if (known != null) {
      return known;
    }
    if (isInstance(object)) {
      return entity(object, path);
    }
    Object row = isTuple(object) ? tuple(object, path) : reconstructed(object, path);
    made.put(object, row);
    return row;
  }

  private Entity entity(PyObject object, GraphPath path) {
    PyGlobal cls = PyGlobal.named(object.type());
    if (cls == null) {
      throw new NotUnderstood("an instance of %s".formatted(object.className()));
    }
    return entity(object, in.entityOf(cls), path);
  }

  private Entity entity(PyObject object, MappedEntity type, GraphPath path) {
    PickledState state = new PickledState(source(object, path), !isInstance(object));
    Entity entity = new Entity(type, state);
    made.put(object, entity);
    unfilled.add(() -> fill(object, state, path));
    return entity;
  }

  private void fill(PyObject object, PickledState state, GraphPath path) {
    object
        .stateDict()
        .forEach(
            (name, value) -> {
              String key = in.text(name, path);
              if (key.equals(INSTANCE_STATE)) {
                state.attributes().identity(identity((PyObject) value, path));
              } else if (!key.startsWith(PROXY_CACHE)) {
                state.attributes().put(key, value(value, path.attribute(key)));
              }
            });
  }

  /** The key is the class, the primary key and, since 1.2, a token; an instance may be new. */
  private @Nullable List<@Nullable Object> identity(PyObject state, GraphPath path) {
    Object key = state.stateDict().get("key");
    return key instanceof PyTuple parts
            && parts.size() > 1
            && parts.get(1) instanceof PyTuple values
        ? values(values.asList(), path)
        : null;
  }

  /** Since 0.8 made of values and names; before, a tuple of the values with names in its state. */
  private NamedRow tuple(PyObject object, GraphPath path) {
    PyTuple args = object.typeArgs();
    if (args.isEmpty()) {
      throw new NotUnderstood("a tuple without values");
    }
    Object names = args.size() > 1 ? args.get(1) : object.stateDict().get(LABELS);
    return named(items(names), items(args.get(0)), object, path);
  }

  private NamedRow reconstructed(PyObject object, GraphPath path) {
    if (object.args().size() != 2
        || !(object.args().get(1) instanceof PyDict state)
        || !(state.get("_parent") instanceof PyObject parent)) {
      throw new NotUnderstood("a row without names");
    }
    return named(
        items(first(parent.stateDict(), NAMES_OF_ROW)),
        items(first(state, VALUES_OF_ROW)),
        object,
        path);
  }

  private static @Nullable Object first(PyDict state, List<String> keys) {
    return keys.stream().map(state::get).filter(each -> each != null).findFirst().orElse(null);
  }

  private static List<Object> items(@Nullable Object node) {
    if (node instanceof PyList list) {
      return list.asList();
    }
    if (node instanceof PyTuple tuple) {
      return tuple.asList();
    }
    throw new NotUnderstood("a row without names or values");
  }

  private NamedRow named(List<Object> names, List<Object> nodes, PyObject object, GraphPath path) {
    if (names.size() != nodes.size()) {
      throw new MalformedPickleException(
          "%s is a row of %d values and has %d names".formatted(path, nodes.size(), names.size()));
    }
    List<String> keys = names.stream().map(each -> name(each, path)).toList();
    return new NamedRow(keys, values(nodes, path), source(object, path));
  }

  /** A column's name may be quoted_name or a label, which are made of text. */
  private static @Nullable Object firstArgument(@Nullable Object node) {
    return node instanceof PyObject object && !object.typeArgs().isEmpty()
        ? object.typeArgs().get(0)
        : null;
  }

  private String name(Object node, GraphPath path) {
    if (node instanceof PyNone) {
      return "";
    }
    Object text = Wrappers.innermost(node, PickledRows::firstArgument);
    return in.text(text == null ? node : text, path);
  }

  private List<@Nullable Object> values(List<Object> nodes, GraphPath path) {
    List<@Nullable Object> values = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      values.add(value(nodes.get(i), path.index(i)));
    }
    return values;
  }

  private @Nullable Object value(Object node, GraphPath path) {
    if (node instanceof PyNone) {
      return null;
    }
    if (node instanceof PyByteString bytes) {
      // Python 2 says str of both.
      return bytes.isAscii() ? bytes.text() : bytes.bytes();
    }
    if (node instanceof PyList list) {
      return in.within(node, path, () -> values(list.asList(), path));
    }
    if (node instanceof PyTuple tuple) {
      return in.within(node, path, () -> new PythonTuple(values(tuple.asList(), path)));
    }
    if (node instanceof PyDict dict) {
      return in.within(node, path, () -> map(dict, path));
    }
    return node instanceof PyObject object ? object(object, path) : in.value(node);
  }

  private Map<@Nullable Object, @Nullable Object> map(PyDict dict, GraphPath path) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    dict.forEach((key, value) -> map.put(value(key, path), value(value, path.attribute(key + ""))));
    return map;
  }

  private @Nullable Object object(PyObject object, GraphPath path) {
    Object known = made.get(object);
    if (known != null) {
      return known;
    }
    if (isRow(object)) {
      return row(object, path);
    }
    Object plain = in.value(object);
    if (plain != object) {
      return plain;
    }
    PickledCollections kind = PickledCollections.of(object);
    if (kind != null) {
      return in.within(object, path, () -> collection(kind, object, path));
    }
    PythonEnumMember member = PythonValues.enumMember(object);
    return member == null ? other(object, path) : member;
  }

  private Object other(PyObject object, GraphPath path) {
    PyGlobal cls = PyGlobal.named(object.type());
    if (cls == null
        || !object.isInstance()
        || !(object.state() instanceof PyDict)
        || object.className().startsWith("sqlalchemy.")) {
      return source(object, path);
    }
    // What a composite makes of columns is an object of the user's, known by its parts.
    return entity(object, new UnmappedClass(cls.module(), cls.name()), path);
  }

  private Object collection(PickledCollections kind, PyObject object, GraphPath path) {
    return kind == PickledCollections.DICT
        ? map(PickledCollections.dict(object), path)
        : kind.collection(values(kind.items(object), path));
  }

  private Opaque source(PyObject object, GraphPath path) {
    return new Opaque(object.className(), null, in.opaque(object, path));
  }
}
