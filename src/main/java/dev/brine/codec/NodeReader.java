package dev.brine.codec;

import dev.brine.error.MalformedPickleException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.Operator;
import dev.brine.expr.Statement;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.shape.Dicts;
import dev.brine.shape.DroppableKeys;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one Python object, read key by key. It remembers which keys were asked for, so that
 * {@link #finish()} can tell whether any is left that means something.
 */
final class NodeReader {

  private static final String MEMOIZED_KEYS = "_memoized_keys";

  /** Of the many objects that have none; never changed. */
  private static final PyDict NO_SLOTS = new PyDict();

  private static final boolean[] NO_SLOTS_ASKED = {};

  private final GraphToExpr decoder;
  private final PyObject original;
  private final PyObject node;
  private final PythonClass cls;
  private final PyDict state;
  private final GraphPath path;

  /** Which entries of the state were asked for, by their places. */
  private final boolean[] asked;

  private final PyDict slots;
  private final boolean[] askedSlots;

  NodeReader(GraphToExpr decoder, PyObject object, GraphPath path) {
    this(decoder, object, PythonClass.of(object), path);
  }

  /** The same where the class of the object is known. */
  NodeReader(GraphToExpr decoder, PyObject object, PythonClass given, GraphPath path) {
    this.decoder = decoder;
    this.original = object;
    this.node = given.rules().modern(object);
    this.cls = isNode(node) ? given : PythonClass.of(node);
    this.state = node.stateDict();
    this.asked = new boolean[state.size()];
    this.slots = node.hasSlots() ? node.slotState() : NO_SLOTS;
    this.askedSlots = slots.isEmpty() ? NO_SLOTS_ASKED : new boolean[slots.size()];
    this.path = path;
    boolean isKept = cls.codec() == null; // as it is, whatever its state
    if (!isKept && node.state() != null && state.isEmpty() && slots.isEmpty()) {
      refuseState(node.state());
    }
  }

  private void refuseState(@Nullable Object given) {
    if (!(given instanceof PyDict) && given != PyNone.NONE) {
      throw malformed("has a state that is no dict");
    }
  }

  /** The path of the object's class in SQLAlchemy 2.0. */
  String className() {
    return cls.path();
  }

  /** How an element is made of it; null where it is none. */
  @Nullable NodeCodec<?> codec() {
    return cls.codec();
  }

  /** The class's own name: {@code "count"} of {@code sqlalchemy.sql.functions.count}. */
  String simpleName() {
    return className().substring(className().lastIndexOf('.') + 1);
  }

  /** Whether this is the object that is being read. */
  @SuppressWarnings("ReferenceEquality") // the very object, not one like it
  boolean isNode(Object other) {
    return other == original;
  }

  boolean has(String key) {
    return state.containsKey(key);
  }

  /** The value of a key; null where there is none or it is None. */
  @Nullable Object find(String key) {
    mark(slots, askedSlots, key);
    int place = mark(state, asked, key);
    Object value = place < 0 ? PyNone.NONE : state.valueAt(place);
    return value == PyNone.NONE ? null : value;
  }

  /** The place of a key, which is asked for now; -1 where it is not there. */
  private static int mark(PyDict entries, boolean[] asked, String key) {
    int place = entries.indexOf(key);
    if (place >= 0) {
      asked[place] = true;
    }
    return place;
  }

  /** The value of a key that must be there. */
  Object get(String key) {
    Object value = find(key);
    if (value == null) {
      throw malformed("has no '" + key + "'");
    }
    return value;
  }

  boolean flag(String key) {
    Object value = find(key);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw wrong(key, "a bool", value);
  }

  String text(String key) {
    Object value = get(key);
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof PyByteString text) {
      return text.text();
    }
    return decoder.names().read(value, path.attribute(key)).text();
  }

  /** The text, or null where there is none. */
  @Nullable String textOrNull(String key) {
    return find(key) == null ? null : text(key);
  }

  List<String> texts(String key) {
    return each(key, (node, where) -> decoder.names().read(node, where).text());
  }

  /** The text of a name, or of what SQLAlchemy puts in its place; null for anything else. */
  @Nullable String nameOrNull(Object node, GraphPath where) {
    boolean isName =
        node instanceof String
            || node instanceof PyByteString
            || (node instanceof PyObject object && NameCodec.isName(object));
    return isName ? decoder.names().read(node, where).text() : null;
  }

  GraphPath path(String key) {
    return path.attribute(key);
  }

  Name name(String key) {
    return decoder.names().read(get(key), path.attribute(key));
  }

  ColumnElement column(String key) {
    return decoder.column(get(key), path.attribute(key));
  }

  @Nullable ColumnElement columnOrNull(String key) {
    Object value = find(key);
    return value == null ? null : decoder.column(value, path.attribute(key));
  }

  Statement statement(String key) {
    return decoder.statement(get(key), path.attribute(key));
  }

  FromClause from(String key) {
    return decoder.from(get(key), path.attribute(key));
  }

  @Nullable FromClause fromOrNull(String key) {
    Object value = find(key);
    return value == null ? null : decoder.from(value, path.attribute(key));
  }

  /** The mapped class that a mapper stands for. */
  MappedEntity mappedEntity(String key) {
    return decoder.mappedEntity(get(key), path.attribute(key));
  }

  ClauseElement element(String key) {
    return decoder.element(get(key), path.attribute(key));
  }

  /** The state of a part that is no element of its own; it is one of this class. */
  NodeReader child(String key, PyGlobal cls) {
    Object value = get(key);
    if (value instanceof PyObject object
        && PythonClasses.canonical(object.className()).equals(cls.path())) {
      return new NodeReader(decoder, object, path.attribute(key));
    }
    throw refuse("state key '" + key + "'");
  }

  /** The same; null where there is none. */
  @Nullable NodeReader childOrNull(String key, PyGlobal cls) {
    return find(key) == null ? null : child(key, cls);
  }

  /** The items of a list or tuple; none where the key is absent. */
  private List<Object> items(String key) {
    Object value = find(key);
    return value == null ? List.of() : itemsOf(value, path.attribute(key));
  }

  List<Object> itemsOf(Object value, GraphPath where) {
    if (value instanceof PyList list) {
      return list.asList();
    }
    if (value instanceof PyTuple tuple) {
      return tuple.asList();
    }
    throw GraphToExpr.wrong("a list or tuple", value, where);
  }

  /** So many items of a list or tuple. */
  List<Object> itemsOf(Object value, GraphPath where, int count) {
    List<Object> items = itemsOf(value, where);
    if (items.size() != count) {
      throw new MalformedPickleException(
          "%s has %d parts, not %d".formatted(where, items.size(), count));
    }
    return items;
  }

  /** The entries of a dict, immutable or not; none where the key is absent. */
  PyDict dict(String key) {
    Object value = find(key);
    if (value == null) {
      return new PyDict();
    }
    return value instanceof PyObject object && Dicts.isImmutable(object)
        ? Dicts.of(object)
        : decoder.cast(PyDict.class, "a dict", value, path(key));
  }

  /** Makes sure that a key is there whose absence SQLAlchemy has no default for. */
  NodeReader require(String key) {
    get(key);
    return this;
  }

  List<ColumnElement> columns(String key) {
    return each(key, decoder::column);
  }

  List<FromClause> froms(String key) {
    return each(key, decoder::from);
  }

  List<ClauseElement> elements(String key) {
    return each(key, decoder::element);
  }

  <T> List<T> each(String key, GraphToExpr.Reading<T> reading) {
    return eachOf(items(key), path.attribute(key), reading);
  }

  /** What is read of each item of a list or tuple. */
  <T> List<T> eachOf(Object node, GraphPath where, GraphToExpr.Reading<T> reading) {
    return eachOf(itemsOf(node, where), where, reading);
  }

  private static <T> List<T> eachOf(
      List<Object> items, GraphPath where, GraphToExpr.Reading<T> reading) {
    List<T> read = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      read.add(reading.read(items.get(i), where.index(i)));
    }
    return read;
  }

  Operator operator(String key) {
    return operator(get(key), key);
  }

  @Nullable Operator operatorOrNull(String key) {
    Object value = find(key);
    return value == null ? null : operator(value, key);
  }

  private Operator operator(Object node, String key) {
    return node instanceof PyGlobal function
        ? OperatorCodec.standard(function)
        : decoder.operators().read(node, path.attribute(key));
  }

  SqlType type(String key) {
    return type(get(key), key);
  }

  /** The type, or the one given where the state holds none. */
  SqlType type(String key, SqlType otherwise) {
    Object value = find(key);
    return value == null ? otherwise : type(value, key);
  }

  private SqlType type(Object node, String key) {
    SqlType known = decoder.types().known(node);
    return known == null ? decoder.types().read(node, path.attribute(key)) : known;
  }

  @Nullable Object value(String key) {
    Object value = find(key);
    return value == null ? null : decoder.value(value);
  }

  /** A dict of text to plain values, without those that are None. */
  Map<String, Object> plainDict(String key) {
    Object value = find(key);
    if (value == null) {
      return Map.of();
    }
    return decoder.plainDict(value, path.attribute(key));
  }

  /** Whatever else is in the state says nothing. */
  void ignoreOthers() {
    state.forEach((key, value) -> mark(slots, askedSlots, Texts.of(key)));
    Arrays.fill(asked, true);
  }

  /** The arguments of the call that made the object. */
  List<Object> arguments() {
    return node.typeArgs().asList();
  }

  /** How many arguments the call that made the object had. */
  int argumentCount() {
    return node.typeArgs().size();
  }

  /** An argument of the call that made the object. */
  Object argument(int index) {
    PyTuple args = node.typeArgs();
    if (index >= args.size()) {
      throw malformed("was made with too few arguments");
    }
    return args.get(index);
  }

  GraphPath argumentPath(int index) {
    return path.index(index);
  }

  /** The object itself, for telling references back to it. */
  PyObject node() {
    return original;
  }

  GraphToExpr decoder() {
    return decoder;
  }

  /** Keeps the whole object opaque. */
  NotUnderstood refuse(String reason) {
    return new NotUnderstood(reason);
  }

  private MalformedPickleException malformed(String what) {
    return new MalformedPickleException("the %s at %s %s".formatted(className(), path, what));
  }

  private RuntimeException wrong(String key, String expected, Object value) {
    return GraphToExpr.wrong(expected, value, path.attribute(key));
  }

  /**
   * Makes sure that nothing in the state was overlooked.
   *
   * @throws NotUnderstood if a key is left that is not droppable
   */
  void finish() {
    refuseLeftOvers(state, asked);
    refuseLeftOvers(slots, askedSlots);
    if (node.hasItems()) {
      throw refuse("items of its own");
    }
  }

  private void refuseLeftOvers(PyDict entries, boolean[] known) {
    DroppableKeys droppable = cls.droppable();
    int left = droppable.next(entries, known, 0);
    while (left >= 0) {
      String name = Texts.of(entries.keyAt(left));
      if (!isMemoized(name)) {
        throw refuse("state key '" + name + "'");
      }
      left = droppable.next(entries, known, left + 1);
    }
  }

  /** Whether the object itself knows the key to be a cache: it drops them when it is changed. */
  private boolean isMemoized(String key) {
    if (state.get(MEMOIZED_KEYS) instanceof PyFrozenSet names) {
      for (Object name : names) {
        if (name.toString().equals(key)) {
          return true;
        }
      }
    }
    return false;
  }
}
