package dev.brine.series;

import dev.brine.expr.MappedAttribute;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.EarlyLoadState;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.MethodCall;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.OrmClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loader option as {@link LoaderShapes13} writes it for 1.3, by the methods of {@code Load}, in
 * the shape that 0.9 to 1.4 wrote. No other methods are understood, and none is ever called.
 * Mutable, for one option.
 */
public final class LoadCalls {

  private static final String RELATIONSHIP = "relationship:";
  private static final String COLUMN = "column:";
  private static final String LAZY = "lazy";
  private static final PyTuple INSTRUMENTED = PyTuple.of("instrument", true);

  /** The strategy of each method for relationships. */
  private static final Map<String, String> LAZY_STRATEGIES =
      Map.of(
          "joinedload", "joined",
          "selectinload", "selectin",
          "subqueryload", "subquery",
          "lazyload", "select",
          "raiseload", "raise",
          "noload", "noload",
          "immediateload", "immediate");

  private final List<Object> path = new ArrayList<>();
  private final List<PyObject> elements = new ArrayList<>();

  private LoadCalls() {}

  /** Whether an option is made by such calls. */
  public static boolean areMade(PyObject node) {
    return startOf(MethodCall.chain(node)) != null;
  }

  /** The option as an {@code _UnboundLoad}; itself if it is made in another way. */
  public static PyObject modern(PyObject node) {
    MethodCall.Chain chain = MethodCall.chain(node);
    PyObject start = startOf(chain);
    if (start == null) {
      return node;
    }
    LoadCalls made = new LoadCalls();
    made.path.addAll(start.typeArgs().asList());
    chain.calls().forEach(made::add);
    return PyObject.newObject(EarlyLoadState.UNBOUND)
        .build(new PyDict().put(EarlyLoadState.TO_BIND, new PyList(List.copyOf(made.elements))));
  }

  /** A {@code Load} of a class, or what belongs to no class. */
  private static @Nullable PyObject startOf(MethodCall.Chain chain) {
    return !chain.calls().isEmpty()
            && chain.start() instanceof PyObject made
            && made.stateDict().isEmpty()
            && (made.className().equals(OrmClasses.LOAD.path())
                || made.className().equals(EarlyLoadState.UNBOUND.path()))
        ? made
        : null;
  }

  private void add(MethodCall call) {
    List<Object> arguments = call.arguments();
    String lazy = LAZY_STRATEGIES.get(call.method());
    if (lazy != null) {
      along(arguments.get(0), RELATIONSHIP);
      add(lazy(lazy, arguments));
      return;
    }
    switch (call.method()) {
      case "defaultload" -> {
        along(arguments.get(0), RELATIONSHIP);
        add(new Element());
      }
      case "contains_eager" -> {
        along(arguments.get(0), RELATIONSHIP);
        Object alias = arguments.size() > 1 ? arguments.get(1) : PyNone.NONE;
        add(new Element().by(LAZY, "joined").with("eager_from_alias", alias).notPropagated());
      }
      case "defer", "undefer" ->
          add(arguments.get(0), new Element().deferred(call.method().equals("defer")));
      case "set_column_strategy" -> add(arguments.get(0), allDeferred(arguments));
      case "with_expression" ->
          add(
              arguments.get(0),
              new Element()
                  .by(LoadElementState.QUERY_EXPRESSION, true)
                  .with(LoadElementState.EXPRESSION, arguments.get(1)));
      case "undefer_group" ->
          add("*", new Element().with("undefer_group_" + arguments.get(0), true));
      case "selectin_polymorphic" ->
          add(
              new Element()
                  .by("selectinload_polymorphic", true)
                  .with("entities", arguments.get(0))
                  .ofClass());
      default -> throw new NotUnderstood("a loader option by " + call.method() + "()");
    }
  }

  private static Element lazy(String strategy, List<Object> arguments) {
    boolean hasMore = arguments.size() > 1;
    boolean isOnSql = strategy.equals("raise") && hasMore;
    Element element = new Element().by(LAZY, isOnSql ? "raise_on_sql" : strategy);
    return hasMore && !isOnSql ? element.with("innerjoin", arguments.get(1)) : element;
  }

  private static Element allDeferred(List<Object> arguments) {
    Element element = new Element().deferred(true);
    ((PyDict) arguments.get(2)).forEach((name, value) -> element.with((String) name, value));
    return element;
  }

  private void along(Object attribute, String ofAll) {
    path.add(token(attribute, ofAll));
  }

  /** An option for a column does not lead on. */
  private void add(Object column, Element element) {
    path.add(token(column, COLUMN));
    add(element);
    path.remove(path.size() - 1);
  }

  private void add(Element element) {
    elements.add(element.along(path));
  }

  /** An attribute, one of some classes below its own, or the star for all. */
  private static Object token(Object node, String ofAll) {
    if (node instanceof MappedAttribute attribute) {
      return PyTuple.of(OrmClasses.of(attribute.parent().entity()), attribute.key());
    }
    MethodCall call = MethodCall.read(node);
    if (call != null && call.receiver() instanceof MappedAttribute attribute) {
      return PyTuple.of(
          OrmClasses.of(attribute.parent().entity()), attribute.key(), call.arguments().get(0));
    }
    if (node instanceof String star) {
      return ofAll + star;
    }
    throw new NotUnderstood("a loader option for what is no attribute");
  }

  /** One part of an option. */
  private static final class Element {

    private final PyDict state = new PyDict();
    private final PyDict options = new PyDict();
    private final List<Object> strategy = new ArrayList<>();
    private boolean propagates = true;

    Element by(String name, Object value) {
      strategy.add(PyTuple.of(name, value));
      return this;
    }

    Element deferred(boolean isDeferred) {
      strategy.add(PyTuple.of("deferred", isDeferred));
      strategy.add(INSTRUMENTED);
      return this;
    }

    Element with(String option, Object value) {
      options.put(option, value);
      return this;
    }

    Element notPropagated() {
      propagates = false;
      return this;
    }

    Element ofClass() {
      state.put(EarlyLoadState.IS_CLASS, true);
      return this;
    }

    PyObject along(List<Object> path) {
      state
          .put(LoadElementState.PATH, new PyList(List.copyOf(path)))
          .put(LoadElementState.OPTIONS, options)
          .put(LoadElementState.PROPAGATES, propagates);
      if (!strategy.isEmpty()) {
        state.put(LoadElementState.STRATEGY, PyTuple.of(strategy));
      }
      return PyObject.newObject(EarlyLoadState.UNBOUND).build(state);
    }
  }
}
