package dev.brine.codec;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Opaque;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.shape.Dicts;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PersistentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look into an object of a Python class that this library does not know: its class and its
 * attributes, with whatever elements are among them. The elements are those that the statement
 * around has, where it has them too. Immutable and thread-safe.
 */
public final class CustomElement {

  /** Where a function keeps its arguments: {@code FunctionElement}. */
  private static final String ARGUMENTS = "clause_expr";

  private final Opaque opaque;
  private final OpaqueGraph graph;

  private CustomElement(Opaque opaque, OpaqueGraph graph) {
    this.opaque = opaque;
    this.graph = graph;
  }

  /** A look into an element; null for one that was not read from a pickle. */
  public static @Nullable CustomElement of(Opaque opaque) {
    return opaque.graph() instanceof OpaqueGraph graph ? new CustomElement(opaque, graph) : null;
  }

  /** The dotted path of the Python class. */
  public String className() {
    return opaque.className();
  }

  /** Where in the pickle it was met, such as {@code $._where_criteria[0].left}. */
  public String path() {
    return graph.path().toString();
  }

  /** The names of its attributes. */
  public List<String> attributes() {
    List<String> names = new ArrayList<>();
    state().forEach((key, value) -> names.add(text(key)));
    return names;
  }

  /**
   * An attribute: a {@link ClauseElement}, a {@code SqlType}, a List or Map of those, or a plain
   * value; null for None and for what is not there.
   *
   * @throws dev.brine.error.BrineException if it is damaged
   */
  public @Nullable Object attribute(String name) {
    Object node = state().get(name);
    if (node == null) {
      return null;
    }
    synchronized (graph.decoder()) {
      return value(node, graph.path().attribute(name));
    }
  }

  /**
   * An attribute that is an element.
   *
   * @throws UsageException if it is none
   */
  public ClauseElement element(String name) {
    if (attribute(name) instanceof ClauseElement element) {
      return element;
    }
    throw new UsageException(
        "the attribute '%s' of %s at %s is no element".formatted(name, className(), path()),
        "it has the attributes " + String.join(", ", attributes()));
  }

  /**
   * An attribute that is a list, tuple or set of elements.
   *
   * @throws UsageException if it is none
   */
  public List<ClauseElement> elements(String name) {
    List<ClauseElement> elements = new ArrayList<>();
    if (attribute(name) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof ClauseElement element) {
          elements.add(element);
        }
      }
      if (elements.size() == list.size()) {
        return elements;
      }
    }
    throw new UsageException(
        "the attribute '%s' of %s at %s is no list of elements"
            .formatted(name, className(), path()),
        "it has the attributes " + String.join(", ", attributes()));
  }

  /**
   * The arguments of a function, in their parentheses; null where it is no function: {@code
   * FunctionElement.clause_expr}.
   */
  public @Nullable ClauseElement arguments() {
    return attribute(ARGUMENTS) instanceof ClauseElement element ? element : null;
  }

  /**
   * The element as what the class that its own extends would be in its place, for its makers to
   * write something around it: {@code compiler.visit_select(element)}.
   *
   * <pre>{@code
   * (element, out) ->
   *     out.text("(* marked *) ").element(element.as("sqlalchemy.sql.selectable.Select"))
   * }</pre>
   *
   * @param sqlalchemyClass the dotted path of that class
   * @param own the names of the attributes that its own class adds
   * @throws UnsupportedConstructException if that class is not known, or anything else in the
   *     element is not understood
   */
  public ClauseElement as(String sqlalchemyClass, String... own) {
    PythonClass cls = PythonClass.at(sqlalchemyClass);
    NodeCodec<?> codec = cls.codec();
    if (codec == null || !(graph.node() instanceof PyObject object)) {
      throw new UnsupportedConstructException(
          "%s at %s cannot be read as %s".formatted(className(), path(), sqlalchemyClass),
          "name the class of SQLAlchemy's that it extends, such as"
              + " 'sqlalchemy.sql.selectable.Select'");
    }
    synchronized (graph.decoder()) {
      NodeReader in = new NodeReader(graph.decoder(), object, cls, graph.path());
      try {
        ClauseElement element = codec.decoder().decode(in);
        for (String name : own) {
          in.find(name);
        }
        in.finish();
        return element;
      } catch (NotUnderstood answer) {
        throw new UnsupportedConstructException(
            "%s at %s cannot be read as %s: %s"
                .formatted(className(), path(), sqlalchemyClass, answer.getMessage()),
            "if its own class added that, name it among the attributes of its own");
      }
    }
  }

  private PyDict state() {
    return graph.node() instanceof PyObject object ? object.stateDict() : new PyDict();
  }

  private static String text(Object key) {
    return key instanceof PyByteString bytes ? bytes.text() : key.toString();
  }

  private @Nullable Object value(Object node, GraphPath path) {
    if (node instanceof PyList list) {
      return values(list, list.asList(), path);
    }
    if (node instanceof PyTuple tuple) {
      return values(tuple, tuple.asList(), path);
    }
    if (node instanceof PySet set) {
      return values(set, set.asList(), path);
    }
    if (node instanceof PyDict dict) {
      return graph.decoder().within(dict, path, () -> map(dict, path));
    }
    if (node instanceof Table || node instanceof Column || node instanceof PersistentId) {
      return graph.decoder().element(node, path);
    }
    return node instanceof PyObject object ? object(object, path) : graph.decoder().value(node);
  }

  private Map<String, @Nullable Object> map(PyDict dict, GraphPath path) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    dict.forEach((key, each) -> map.put(text(key), value(each, path.attribute(text(key)))));
    return Collections.unmodifiableMap(map);
  }

  private List<@Nullable Object> values(Object list, List<Object> nodes, GraphPath path) {
    return graph
        .decoder()
        .within(
            list,
            path,
            () -> {
              List<@Nullable Object> values = new ArrayList<>();
              for (Object node : nodes) {
                values.add(value(node, path.index(values.size())));
              }
              return Collections.unmodifiableList(values);
            });
  }

  private @Nullable Object object(PyObject object, GraphPath path) {
    GraphToExpr decoder = graph.decoder();
    if (TypeDecoder.isType(object)) {
      return decoder.types().read(object, path);
    }
    if (NameCodec.isName(object)) {
      return decoder.names().read(object, path).text();
    }
    if (Dicts.isImmutable(object)) {
      return value(Dicts.of(object), path);
    }
    Object plain = decoder.plainOf(object);
    return plain == null ? decoder.element(object, path) : plain;
  }
}
