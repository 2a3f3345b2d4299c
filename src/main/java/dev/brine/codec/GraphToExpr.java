package dev.brine.codec;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.error.Wording;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.Opaque;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.pickle.DeepStack;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonTuple;
import dev.brine.pickle.PythonValues;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.Column;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import dev.brine.series.EntityCalls;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PersistentId;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the graph of one pickle, in which persistent ids are resolved already, into expressions. An
 * object reached twice becomes one element. One instance for each graph; not thread-safe.
 *
 * <p>Throws {@link MalformedPickleException} where the graph is none that SQLAlchemy could have
 * written, and {@link PickleLimitException} where it exceeds one of the {@link ReadLimits}. What is
 * merely unknown becomes {@link Opaque}.
 */
public final class GraphToExpr {

  /**
   * The classes of values that a comparison takes for IS; a slip of SQLAlchemy's leaves it among
   * the modifiers, where nothing reads it.
   */
  private static final String PYTHON_IS_TYPES = "_python_is_types";

  private final ElementTable elements = new ElementTable();
  private final ElementSizes sizes;

  /** What is being read, the outermost first; few dumps are nested deeper than this. */
  private Object[] open = new Object[16];

  private int depth;
  private final Map<MappedEntity, MappedClass> mappedClasses = new HashMap<>();
  private final EntityResolver resolver;
  private final ReadLimits limits;
  private final NameCodec names;
  private final TypeDecoder types = new TypeDecoder(this);
  private final OperatorCodec operators = new OperatorCodec(this);
  private final PickledRows rows = new PickledRows(this);

  /** How one node is read. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Object node, GraphPath path);
  }

  GraphToExpr() {
    this(new NameCodec());
  }

  GraphToExpr(NameCodec names) {
    this(names, EntityResolver.UNMAPPED);
  }

  GraphToExpr(NameCodec names, EntityResolver resolver) {
    this(names, resolver, ReadLimits.DEFAULT);
  }

  GraphToExpr(NameCodec names, EntityResolver resolver, ReadLimits limits) {
    this.names = names;
    this.resolver = resolver;
    this.limits = limits;
    this.sizes = new ElementSizes(limits);
  }

  /**
   * What a graph holds.
   *
   * @return a {@link ClauseElement}; a {@link Table} or {@link Column} that stands for itself; an
   *     {@link SqlType}; a {@link dev.brine.expr.CustomOperator}; a {@link MappedEntity}; an {@link
   *     ExecutableOption}; an {@link dev.brine.mapping.Entity} or {@link
   *     dev.brine.mapping.NamedRow}; a List or Map of those; or a plain value, {@link PyNone#NONE}
   *     for None
   */
  public static Object decode(Object graph) {
    return decode(graph, EntityResolver.UNMAPPED);
  }

  /** The same where the graph names Python classes that are mapped. */
  public static Object decode(Object graph, EntityResolver resolver) {
    return decode(graph, resolver, ReadLimits.DEFAULT);
  }

  /** The same within other limits. */
  public static Object decode(Object graph, EntityResolver resolver, ReadLimits limits) {
    return decode(graph, new GraphToExpr(new NameCodec(), resolver, limits));
  }

  /**
   * The same of a graph whose elements are to stand in statements of other graphs: the names that
   * are made up in it are none of theirs.
   */
  public static Object decodeApart(Object graph, EntityResolver resolver) {
    return decode(graph, new GraphToExpr(NameCodec.apart(), resolver));
  }

  private static Object decode(Object graph, GraphToExpr decoder) {
    Object decoded = decoder.root(graph, GraphPath.ROOT);
    return decoded == null ? PyNone.NONE : decoded;
  }

  @Nullable Object root(Object node, GraphPath path) {
    if (node instanceof PyList || node instanceof PyDict || node instanceof PyTuple) {
      return within(node, path, () -> container(node, path));
    }
    return node instanceof PyObject object ? rootObject(object, path) : value(node);
  }

  private Object container(Object node, GraphPath path) {
    if (node instanceof PyList list) {
      return roots(list.asList(), path);
    }
    if (node instanceof PyTuple tuple) {
      return new PythonTuple(roots(tuple.asList(), path));
    }
    Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
    ((PyDict) node)
        .forEach((key, each) -> all.put(root(key, path), root(each, path.attribute(key + ""))));
    return all;
  }

  private List<@Nullable Object> roots(List<Object> nodes, GraphPath path) {
    List<@Nullable Object> all = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      all.add(root(nodes.get(i), path.index(i)));
    }
    return all;
  }

  /** What is neither SQLAlchemy's nor a plain value is kept, but not taken for understood. */
  private @Nullable Object rootObject(PyObject object, GraphPath path) {
    Object plain = plainOf(object);
    if (plain != null) {
      return plain;
    }
    if (PickledRows.isRow(object)) {
      return orOpaque(object, path, () -> rows.read(object, path));
    }
    if (LoaderOptionCodec.isOption(object)) {
      return orOpaque(object, path, () -> LoaderOptionCodec.of(this).read(object, path));
    }
    if (object.className().equals(PythonClasses.CUSTOM_OPERATOR.path())) {
      return orOpaque(object, path, () -> operators.read(object, path));
    }
    boolean isType = PythonClass.of(object).type() != null;
    SqlType type = isType ? types.read(object, path) : Types.NULL;
    // A type that is carried unread is kept as any other object is.
    return isType && type.name() != TypeName.OPAQUE ? type : element(object, path);
  }

  /** What is read, or the object as it is where that is not understood. */
  private Object orOpaque(PyObject object, GraphPath path, Supplier<Object> read) {
    try {
      return read.get();
    } catch (NotUnderstood answer) {
      return new Opaque(object.className(), answer.getMessage(), opaque(object, path));
    }
  }

  /**
   * The plain value that an object is, such as a date or a range; null where it may be an element.
   */
  @Nullable Object plainOf(PyObject object) {
    boolean isOwn = object.className().startsWith("sqlalchemy.") || Calls.isLookUp(object);
    Object value = isOwn ? OwnValues.read(object) : value(object);
    return value == object ? null : value;
  }

  ColumnElement column(Object node, GraphPath path) {
    ClauseElement element = element(node, path);
    if (element instanceof ColumnElement column) {
      return column;
    }
    throw another(element, path);
  }

  FromClause from(Object node, GraphPath path) {
    ClauseElement element = element(node, path);
    if (element instanceof FromClause from) {
      return from;
    }
    throw another(element, path);
  }

  Statement statement(Object node, GraphPath path) {
    ClauseElement element = element(node, path);
    if (element instanceof Statement statement) {
      return statement;
    }
    throw another(element, path);
  }

  /** That an element is there, and none of the kind that belongs there. */
  private static NotUnderstood another(ClauseElement element, GraphPath path) {
    return new NotUnderstood(Wording.a(element.getClass().getSimpleName()) + " at " + path);
  }

  ClauseElement element(Object node, GraphPath path) {
    int place = elements.find(node);
    if (place >= 0) {
      sizes.addAgain(elements.parts(place));
      return elements.element(place);
    }
    long before = sizes.parts();
    ClauseElement element = read(node, path);
    sizes.add(element, depth);
    elements.put(node, element, sizes.parts() - before);
    return element;
  }

  /** Takes an element that was read elsewhere for what the node is. */
  void link(Object node, ClauseElement element) {
    elements.put(node, element, 1);
  }

  private ClauseElement read(Object node, GraphPath path) {
    if (node instanceof PyObject object) {
      MappedEntity selected = EntityCalls.selected(object);
      if (selected != null) {
        return mappedClass(selected);
      }
      return readWithin(object, path);
    }
    if (node instanceof Table table) {
      return new TableRef(table);
    }
    if (node instanceof Column column) {
      return columnOf(column, path);
    }
    if (node instanceof MappedEntity entity) {
      return mappedClass(entity);
    }
    if (node instanceof MappedClass mapped) {
      return mappedClass(mapped.entity());
    }
    if (node instanceof MappedAttribute || node instanceof MappedProperty) {
      return (ClauseElement) node;
    }
    if (node instanceof PersistentId id) {
      return new Opaque(id.text(), "an id that was not resolved", opaque(node, path));
    }
    throw wrong("a part of a statement", node, path);
  }

  private MappedClass mappedClass(MappedEntity entity) {
    return mappedClasses.computeIfAbsent(entity, MappedClass::new);
  }

  /** A mapped class or an alias of one. */
  OrmEntity entity(Object node, GraphPath path) {
    ClauseElement element = element(node, path);
    if (element instanceof OrmEntity entity) {
      return entity;
    }
    throw another(element, path);
  }

  /** What a mapper is the mapper of. */
  MappedEntity mappedEntity(Object node, GraphPath path) {
    ClauseElement element = element(node, path);
    if (element instanceof MappedClass mapped) {
      return mapped.entity();
    }
    throw another(element, path);
  }

  /** The state of an object of this class, which is no element itself. */
  NodeReader part(Object node, PyGlobal cls, GraphPath path) {
    PyObject object = cast(PyObject.class, Wording.a(cls.name()), node, path);
    if (!object.className().equals(cls.path())) {
      throw wrong(Wording.a(cls.name()), node, path);
    }
    return new NodeReader(this, object, path);
  }

  private ColumnRef columnOf(Column column, GraphPath path) {
    TableRef table = (TableRef) element(column.table(), path);
    return table.column(column);
  }

  /** Reads what may hold others, which must not hold it. */
  <T> T within(Object node, GraphPath path, Supplier<T> reading) {
    enter(node, path);
    try {
      return DeepStack.at(depth, reading);
    } finally {
      depth--;
    }
  }

  /**
   * The same for an object that becomes an element, without a function and a generic result: it is
   * what a dump has most of.
   */
  private ClauseElement readWithin(PyObject object, GraphPath path) {
    enter(object, path);
    try {
      return depth == DeepStack.FROM
          ? DeepStack.call(() -> readObject(object, path))
          : readObject(object, path);
    } finally {
      depth--;
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very node, not one like it
  private void enter(Object node, GraphPath path) {
    if (depth >= limits.of(Limit.MAX_NESTING)) {
      throw Limit.MAX_NESTING.exceeded("the dump is nested deeper than", limits);
    }
    for (int i = 0; i < depth; i++) {
      if (open[i] == node) {
        throw new MalformedPickleException("%s contains itself".formatted(path));
      }
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = node;
  }

  private ClauseElement readObject(PyObject object, GraphPath path) {
    PythonClass cls = PythonClass.of(object);
    if (cls.isAnnotated()) {
      return annotated(cls.rules().modern(object), path);
    }
    try {
      NodeReader in = new NodeReader(this, object, cls, path);
      NodeCodec<?> codec = in.codec();
      if (codec == null) {
        return new Opaque(cls.path(), null, opaque(object, path));
      }
      ClauseElement element = codec.decoder().decode(in);
      in.finish();
      return Copies.original(object, element, path, this);
    } catch (NotUnderstood answer) {
      return new Opaque(cls.path(), answer.getMessage(), opaque(object, path));
    } catch (IllegalArgumentException impossible) {
      // The nodes themselves know which parts do not go together.
      throw new MalformedPickleException(
          "the %s at %s: %s".formatted(cls.path(), path, impossible.getMessage()));
    }
  }

  /** What an annotated copy is a copy of, with its notes. */
  private ClauseElement annotated(PyObject object, GraphPath path) {
    if (object.typeArgs().isEmpty()) {
      throw new MalformedPickleException("%s annotates nothing".formatted(path));
    }
    ClauseElement element = element(object.typeArgs().get(0), path);
    Object notes = object.typeArgs().size() > 1 ? object.typeArgs().get(1) : null;
    return Annotations.read(element, notes, this, path);
  }

  OpaqueGraph opaque(Object node, GraphPath path) {
    return new OpaqueGraph(node, elements, this, path);
  }

  EntityResolver entities() {
    return resolver;
  }

  /** What a class is mapped to; itself where it is not. */
  MappedEntity entityOf(PyGlobal cls) {
    return resolver.mappedOrBase(cls);
  }

  NameCodec names() {
    return names;
  }

  TypeDecoder types() {
    return types;
  }

  OperatorCodec operators() {
    return operators;
  }

  /** A plain value, or the node itself where it is none. */
  @Nullable Object value(Object node) {
    return OwnValues.read(PythonValues.toJava(node));
  }

  /** A dict of text to text, numbers or booleans, without those that are None. */
  Map<String, Object> plainDict(Object node, GraphPath path) {
    PyDict dict =
        node instanceof PyObject object && Dicts.isImmutable(object)
            ? Dicts.of(object)
            : cast(PyDict.class, "a dict", node, path);
    if (dict.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    dict.forEach(
        (key, value) -> {
          String name = key instanceof PyByteString text ? text.text() : key.toString();
          if (value instanceof PyByteString text) {
            plain.put(name, text.text());
          } else if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            plain.put(name, value);
          } else if (value != PyNone.NONE && !name.equals(PYTHON_IS_TYPES)) {
            throw new NotUnderstood("'%s' at %s".formatted(name, path));
          }
        });
    return plain;
  }

  /** Text, also where Python 2 wrote it as bytes. */
  String text(Object node, GraphPath path) {
    return node instanceof PyByteString bytes
        ? bytes.text()
        : cast(String.class, "text", node, path);
  }

  <T> T cast(Class<T> kind, String expected, Object node, GraphPath path) {
    if (!kind.isInstance(node)) {
      throw wrong(expected, node, path);
    }
    return kind.cast(node);
  }

  /**
   * What to throw at a node of a kind that is not expected: another series may well have an object
   * there, so that its owner is merely not understood; a plain value no series has.
   */
  static RuntimeException wrong(String expected, Object node, GraphPath path) {
    return node instanceof PyObject object
        ? new NotUnderstood(Wording.a(object.className()) + " at " + path)
        : new MalformedPickleException(
            "expected %s at %s, found %s".formatted(expected, path, node));
  }
}
