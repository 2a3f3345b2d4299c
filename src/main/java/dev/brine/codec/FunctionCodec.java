package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.GenericFunction;
import dev.brine.expr.Grouping;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Name;
import dev.brine.schema.Types;
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

  private FunctionCodec() {}

  private static FunctionCall decode(NodeReader in) {
    GenericFunction generic = FunctionClasses.byPath(in.className());
    Name name = generic == null ? in.name("name") : Name.of(generic.functionName());
    ClauseList arguments = arguments(in);
    FunctionCall function =
        new FunctionCall(
            name,
            in.each("packagenames", (each, path) -> in.decoder().names().read(each, path).text()),
            arguments.clauses(),
            in.type("type", Types.NULL),
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
    GenericFunction generic = function.generic();
    NodeWriter state =
        new NodeWriter(out)
            .put("packagenames", PyTuple.of(function.packageNames()))
            .element("clause_expr", Grouping.of(ClauseList.comma(function.arguments())))
            .type(function.type())
            .put("_has_args", hasArguments(function));
    return generic == null
        ? state.name("name", function.name()).make(FUNCTION)
        : state.make(FunctionClasses.python(generic));
  }
}
