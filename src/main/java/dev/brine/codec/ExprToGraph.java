package dev.brine.codec;

import dev.brine.error.PickleLimitException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromClause;
import dev.brine.expr.Opaque;
import dev.brine.expr.Operator;
import dev.brine.mapping.Entity;
import dev.brine.mapping.NamedRow;
import dev.brine.pickle.DeepStack;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonTuple;
import dev.brine.pickle.PythonValues;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Column;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.series.DumpTarget;
import dev.brine.series.SeriesShapes;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns expressions into the graph that SQLAlchemy 2.0, or another series ({@link SeriesShapes}),
 * loads at every patch level: the smallest state it can be built upon, each element once. Tables
 * and columns of the metadata stand in the graph as themselves, for the pickler to replace by their
 * ids. One instance for each graph; not thread-safe.
 */
public final class ExprToGraph {

  /**
   * How deep elements, lists and dicts may be nested. More than {@link Limit#MAX_NESTING}, which
   * does not count tables and columns, so that whatever was loaded can be dumped.
   */
  public static final int MAX_DEPTH = 500;

  private final IdentityHashMap<Object, Object> written = new IdentityHashMap<>();
  private final IdentityHashMap<FromClause, Object> columnCollections = new IdentityHashMap<>();
  private final Map<Operator, Object> operators = new HashMap<>();
  private final Interning references = new Interning();
  private final Map<String, Long> tokens = new HashMap<>();
  private final Map<AnonymousName, Object> anonymousNames = new HashMap<>();
  private final TypeEncoder types = new TypeEncoder();
  private final SharedParts shared = new SharedParts();
  private final EntityGraphs entities = new EntityGraphs(this);

  private final Predicate<Object> isForeign;
  private int depth;

  /** How many lists, tuples and dicts are around what is being written, and itself. */
  private int containers;

  private ExprToGraph(Predicate<Object> isForeign) {
    this.isForeign = isForeign;
  }

  /**
   * The graph of what {@link GraphToExpr#decode} gives, or of what was built in Java.
   *
   * @param isForeign tells the objects that the pickler has an id for
   * @param target what shall load it
   * @throws PickleLimitException if it is nested deeper than {@link #MAX_DEPTH}
   * @throws dev.brine.error.UnsupportedConstructException if the target cannot say it
   */
  public static Object encode(
      @Nullable Object root, Predicate<Object> isForeign, DumpTarget target) {
    return encodeNoting(root, isForeign, target).graph();
  }

  /** The same, noting whether anything of it is written as it was read. */
  public static Encoded encodeNoting(
      @Nullable Object root, Predicate<Object> isForeign, DumpTarget target) {
    ExprToGraph encoder = new ExprToGraph(isForeign);
    Object lowered = SeriesShapes.lowered(root, target);
    encoder.collectShared(lowered);
    SharedParts shared = encoder.shared;
    boolean isOf20 = !shared.isCarrying() && !shared.hasNewer();
    Object graph = SeriesShapes.of(encoder.root(lowered), isOf20, target);
    return new Encoded(graph, shared.isCarrying());
  }

  /**
   * A graph to be written.
   *
   * @param isCarrying whether a part of it is written as it was read: an object, an instance, a
   *     row, a text that is in no element
   */
  public record Encoded(Object graph, boolean isCarrying) {}

  /** The node of each element of a statement, by the very elements. */
  static Map<Object, Object> nodes(ClauseElement statement) {
    ExprToGraph encoder = new ExprToGraph(each -> each instanceof Table || each instanceof Column);
    encoder.collectShared(statement);
    encoder.root(statement);
    return encoder.written;
  }

  /** The elements of what would be encoded that lie within its opaque parts too. */
  static SharedParts sharedParts(@Nullable Object root) {
    ExprToGraph encoder = new ExprToGraph(each -> false);
    encoder.collectShared(root);
    return encoder.shared;
  }

  private void collectShared(@Nullable Object root) {
    if (root instanceof ClauseElement element) {
      shared.collect(element);
    } else if (root instanceof ExecutableOption option) {
      option.children().forEach(shared::collect);
    } else if (root instanceof PythonTuple tuple) {
      collectSharedOfEach(tuple.elements());
    } else if (root instanceof List<?> list) {
      collectSharedOfEach(list);
    } else if (root instanceof Map<?, ?> map) {
      collectSharedOfEach(map.keySet());
      collectSharedOfEach(map.values());
    } else if (root instanceof Entity || root instanceof NamedRow || root instanceof String) {
      shared.carry();
    }
  }

  private void collectSharedOfEach(Collection<?> roots) {
    enter();
    DeepStack.at(
        depth,
        () -> {
          roots.forEach(this::collectShared);
          return roots;
        });
    depth--;
  }

  /** One level deeper, of elements or of the collections around them. */
  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new PickleLimitException(
          "what is to be dumped is nested deeper than ExprToGraph.MAX_DEPTH = " + MAX_DEPTH,
          "say it flatter: and() and or() take many conditions at once");
    }
  }

  private Object root(@Nullable Object root) {
    Object node = DeepStack.at(++containers, () -> rootOf(root));
    containers--;
    return node;
  }

  private Object rootOf(@Nullable Object root) {
    if (root instanceof AliasedEntity entity) {
      return entities.aliasedClass(entity);
    }
    if (root instanceof Bundle bundle) {
      return entities.bundle(bundle);
    }
    if (root instanceof ClauseElement element) {
      return element(element);
    }
    Object source = OpaqueParts.source(root);
    if (source != null) {
      return source;
    }
    if (root instanceof ExecutableOption option) {
      return LoaderOptionCodec.write(option, this);
    }
    if (root instanceof SqlType type) {
      return types.write(type);
    }
    if (root instanceof Operator operator) {
      return operator(operator);
    }
    if (root instanceof List<?> list) {
      return new PyList(list.stream().map(this::root).toList());
    }
    if (root instanceof Map<?, ?> map) {
      PyDict dict = new PyDict();
      map.forEach((key, value) -> dict.put(root(key), root(value)));
      return dict;
    }
    if (root instanceof PythonTuple tuple) {
      return PyTuple.of(tuple.elements().stream().map(this::root).toList());
    }
    return root != null && isForeign.test(root) ? root : value(root);
  }

  EntityGraphs entities() {
    return entities;
  }

  Object element(ClauseElement given) {
    Object known = written.get(given);
    if (known != null) {
      return known;
    }
    Object origin = shared.origin(given);
    ClauseElement element = origin == null ? references.of(given) : given;
    Object done = written.get(element);
    if (done != null) {
      written.put(given, done);
      return done;
    }
    enter();
    Object node =
        origin != null
            ? origin
            : DeepStack.at(depth, () -> NodeCodecs.of(element).encode(element, this));
    depth--;
    written.put(element, node);
    return node;
  }

  List<Object> elements(List<? extends ClauseElement> elements) {
    List<Object> nodes = new ArrayList<>(elements.size());
    elements.forEach(element -> nodes.add(element(element)));
    return nodes;
  }

  Object columnsOf(FromClause element) {
    return columnCollections.computeIfAbsent(element, each -> ColumnCodec.columnsOf(element(each)));
  }

  Object opaque(Opaque opaque) {
    return OpaqueParts.node(opaque);
  }

  Object operator(Operator operator) {
    return operators.computeIfAbsent(operator, each -> OperatorCodec.write(operator, this));
  }

  Object type(SqlType type) {
    return types.write(type);
  }

  Object name(Name name) {
    if (name instanceof AnonymousName anonymous) {
      return anonymousNames.computeIfAbsent(anonymous, this::writeAnonymous);
    }
    return NameCodec.write((QuotedName) name);
  }

  /** Tokens are numbered anew, so that equal statements give equal bytes. */
  private Object writeAnonymous(AnonymousName name) {
    String template =
        AnonymousTokens.replace(
            name.template(), token -> tokens.computeIfAbsent(token, unseen -> tokens.size() + 1L));
    return PyObject.reduce(PythonClasses.element("_anonymous_label"), template, PyNone.NONE);
  }

  Object elementOrValue(@Nullable Object value) {
    return value instanceof ClauseElement element ? element(element) : value(value);
  }

  Object value(@Nullable Object value) {
    return PythonValues.toPython(OwnValues.write(value));
  }
}
