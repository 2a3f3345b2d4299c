package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.GenericFunction;
import dev.brine.expr.Grouping;
import dev.brine.expr.TableValuedFunction;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Calls of functions: {@code Function} with a name of its own, and the subclasses of {@code
 * GenericFunction}, whose name is their class's (rel_2_0_52, {@code sql/functions.py}).
 */
final class FunctionCodec {

  private static final PyGlobal FUNCTION = PythonClasses.function("Function");

  static final NodeCodec<FunctionCall> ENTRY =
      new NodeCodec<>(
          FunctionCall.class,
          Stream.concat(Stream.of(FUNCTION), FunctionClasses.all().stream()).toList(),
          FunctionCodec::decode,
          FunctionCodec::encode);

  /** The columns that a type of tables holds. */
  static final String ELEMENTS = "_elements";

  private FunctionCodec() {}

  private static ClauseElement decode(NodeReader in) {
    in.find("_table_value_type");
    boolean hasOrdinality = in.flag("_with_ordinality");
    if (!TableValuedCodecs.isTableValue(in, "type")) {
      if (hasOrdinality) {
        throw in.refuse("state key '_with_ordinality'");
      }
      return call(in, in.type("type", Types.NULL));
    }
    return new TableValuedFunction(call(in, Types.NULL), tableColumns(in), hasOrdinality);
  }

  private static List<ColumnRef> tableColumns(NodeReader in) {
    GraphPath path = in.path("type");
    if (!(in.find("type") instanceof PyObject type) || type.stateDict().get(ELEMENTS) == null) {
      throw in.refuse("state key 'type'");
    }
    List<ColumnRef> columns = new ArrayList<>();
    for (Object each : in.itemsOf(Objects.requireNonNull(type.stateDict().get(ELEMENTS)), path)) {
      columns.add(DeclaredColumns.read(in, each, path.index(columns.size())));
    }
    return columns;
  }

  private static FunctionCall call(NodeReader in, SqlType type) {
    GenericFunction generic = FunctionClasses.byPath(in.className());
    Name name = generic == null ? in.name("name") : Name.of(generic.functionName());
    ClauseList arguments = arguments(in);
    FunctionCall function =
        new FunctionCall(
            name,
            in.each("packagenames", (each, path) -> in.decoder().names().read(each, path).text()),
            arguments.clauses(),
            type,
            generic != null);
    if (in.has("_has_args") && in.flag("_has_args") != hasArguments(function)) {
      throw in.refuse("state key '_has_args'");
    }
    return function;
  }

  private static boolean hasArguments(FunctionCall function) {
    GenericFunction generic = function.generic();
    return generic == null
        ? !function.arguments().isEmpty()
        : generic.hasArguments(function.arguments());
  }

  /** The arguments lie in a list in parentheses. */
  private static ClauseList arguments(NodeReader in) {
    ClauseElement expression = in.element("clause_expr");
    if (expression instanceof Grouping grouping
        && grouping.element() instanceof ClauseList arguments) {
      return arguments;
    }
    throw in.refuse("state key 'clause_expr'");
  }

  private static Object encode(FunctionCall function, ExprToGraph out) {
    return make(function, state(function, out).type(function.type()));
  }

  static Object encode(TableValuedFunction function, ExprToGraph out) {
    PyObject type =
        PyObject.newObject(TableValuedCodecs.TABLE_VALUE_TYPE)
            .build(new PyDict().put(ELEMENTS, new PyList(out.elements(function.declared()))));
    NodeWriter state = state(function.call(), out).put("type", type).put("_table_value_type", type);
    if (function.hasOrdinality()) {
      state.put("_with_ordinality", true);
    }
    return make(function.call(), state);
  }

  private static NodeWriter state(FunctionCall function, ExprToGraph out) {
    return new NodeWriter(out)
        .put("packagenames", PyTuple.of(function.packageNames()))
        .element("clause_expr", Grouping.of(ClauseList.comma(function.arguments())))
        .put("_has_args", hasArguments(function));
  }

  private static Object make(FunctionCall function, NodeWriter state) {
    GenericFunction generic = function.generic();
    return generic == null
        ? state.name("name", function.name()).make(FUNCTION)
        : state.make(FunctionClasses.python(generic));
  }
}
