package dev.brine.series;

import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Calls;
import dev.brine.shape.MethodCall;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Query as {@link QueryShapes13} writes it for 1.3, by the methods that users call, read as the
 * state that they make. No other methods are understood, and none is ever called.
 */
final class QueryCalls {

  private static final String COLUMNS = "_raw_columns";
  private static final String FROM = "_from_obj";
  private static final String JOINS = "_setup_joins";
  private static final String OPTIONS = "_with_options";
  private static final String STATEMENT = "statement";
  private static final Set<Object> NOT_OF_SELECT = Set.of("session", "_compile_options");
  private static final String EAGER_LOADS = "_enable_eagerloads";

  /** The methods that add elements to a clause, and its key. */
  private static final Map<String, String> CLAUSES =
      Map.of(
          "filter", "_where_criteria",
          "group_by", "_group_by_clauses",
          "having", "_having_criteria",
          "order_by", "_order_by_clauses",
          "select_from", FROM,
          "_from_selectable", FROM);

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.when(
              OrmClasses.QUERY, query -> isStart(query.original()), QueryCalls::query),
          ReshapingRule.when(
              MethodCall.CLASS, query -> startOf(query.original()) != null, QueryCalls::query),
          ReshapingRule.when(
              Calls.GETATTR, call -> isStatement(call.arguments()), QueryCalls::statement));

  private final Reshaping query;
  private boolean isFromAlias;

  private QueryCalls(Reshaping query) {
    this.query = query;
  }

  /** Called with the entities and the session. */
  private static boolean isStart(Object node) {
    return node instanceof PyObject call
        && call.className().equals(OrmClasses.QUERY.path())
        && call.typeArgs().size() == 2
        && call.typeArgs().get(0) instanceof PyList;
  }

  /** The Query that methods were called of, one after the other; null if it is none. */
  private static @Nullable PyObject startOf(Object node) {
    Object start = MethodCall.chain(node).start();
    return isStart(start) ? (PyObject) start : null;
  }

  private static void query(Reshaping object) {
    PyDict state = new PyDict();
    List.copyOf(object.keys()).forEach(key -> state.put(key, object.take(key)));
    PyObject made = state(object.original(), state);
    object.become(OrmClasses.QUERY).call(List.of());
    made.stateDict().forEach((key, value) -> object.put((String) key, value));
  }

  private static boolean isStatement(List<Object> arguments) {
    return arguments.size() == 2
        && arguments.get(1).equals(STATEMENT)
        && startOf(arguments.get(0)) != null;
  }

  /** The SELECT that a Query stands for within another statement, which loads no relationships. */
  private static void statement(Reshaping object) {
    PyObject query = (PyObject) object.arguments().get(0);
    PyDict state = state(query, query.stateDict()).stateDict();
    object.become(PythonClasses.selectable("Select")).call(List.of());
    state.forEach(
        (key, value) -> {
          if (!NOT_OF_SELECT.contains(key)) {
            object.put((String) key, value);
          }
        });
    PyDict notes = new PyDict().put("compile_state_plugin", "orm");
    Object first = PythonItems.ofNode(object.take(COLUMNS)).get(0);
    object
        .put(COLUMNS, Objects.requireNonNull(state.get(COLUMNS)))
        .put("_propagate_attrs", notes.put("plugin_subject", subject(first)));
  }

  private static Object subject(Object column) {
    if (column instanceof MappedAttribute attribute) {
      return attribute.parent().entity();
    }
    boolean isAlias =
        column instanceof PyObject alias
            && alias.className().equals(OrmClasses.ALIASED_CLASS.path());
    return isAlias || column instanceof MappedEntity ? column : PyNone.NONE;
  }

  /** The state that the calls make of what was put down beside them. */
  private static PyObject state(PyObject last, PyDict beside) {
    MethodCall.Chain chain = MethodCall.chain(last);
    PyObject start = (PyObject) chain.start();
    Reshaping query =
        new Reshaping(PyObject.newObject(OrmClasses.QUERY).build(beside))
            .put(COLUMNS, start.typeArgs().get(0));
    if (start.typeArgs().get(1) != PyNone.NONE) {
      query.put("session", start.typeArgs().get(1));
    }
    // More may have been called of what was put down already; what is nearest to the start counts.
    for (int i = chain.calls().size() - 1; i >= 0; i--) {
      PyObject receiver = (PyObject) chain.calls().get(i).receiver();
      receiver.stateDict().forEach((key, value) -> query.put((String) key, value));
    }
    QueryCalls made = new QueryCalls(query);
    chain.calls().forEach(made::add);
    made.startJoins();
    EarlyQueryReshaping.options(query, made.isFromAlias);
    return ReshapingRules.reshaped(query.done());
  }

  /** Names the classes that the Query noted in the joins that start from them. */
  private void startJoins() {
    if (query.take(QueryShapes13.TOLD_APART) instanceof PyDict told) {
      told.forEach(
          (entity, noted) -> {
            List<Object> from = PythonItems.ofNode(query.take(FROM));
            query.put(FROM, PyTuple.of(EarlyEntities.from(from, entity)));
          });
    }
  }

  private void add(MethodCall call) {
    List<Object> arguments = call.arguments();
    String clause = CLAUSES.get(call.method());
    if (clause != null) {
      isFromAlias |= call.method().startsWith("_");
      append(clause, arguments);
      return;
    }
    switch (call.method()) {
      case "join", "outerjoin" -> join(arguments, call.method().startsWith("outer"));
      case "prefix_with", "suffix_with" -> affixes(call);
      case "options" -> append(OPTIONS, arguments.stream().map(QueryCalls::option).toList());
      case "from_statement" -> query.put("_statement", arguments.get(0));
      case "enable_eagerloads" -> query.put(EAGER_LOADS, arguments.get(0));
      default -> throw new NotUnderstood("a Query by " + call.method() + "()");
    }
  }

  private static Object option(Object node) {
    return node instanceof PyObject option ? LoadCalls.modern(option) : node;
  }

  private void append(String key, List<?> more) {
    List<Object> all = new ArrayList<>(PythonItems.ofNode(query.take(key)));
    all.addAll(more);
    query.put(key, PyTuple.of(all));
  }

  private void join(List<Object> arguments, boolean isOuter) {
    Object first = arguments.get(0);
    Object target = first instanceof PyTuple pair ? pair.get(0) : first;
    Object condition =
        first instanceof PyTuple pair
            ? pair.get(1)
            : arguments.size() > 1 ? arguments.get(1) : PyNone.NONE;
    PyDict flags = new PyDict().put("isouter", isOuter).put("full", false);
    append(JOINS, List.of(PyTuple.of(target, condition, PyNone.NONE, flags)));
  }

  /** 1.3 keeps the texts alone: an early rule tells for which dialects they are. */
  private void affixes(MethodCall call) {
    append(call.method().startsWith("prefix") ? "_prefixes" : "_suffixes", call.arguments());
  }
}
