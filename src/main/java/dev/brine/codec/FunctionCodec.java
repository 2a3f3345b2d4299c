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
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions: {@code Function} with a name of its own, and the subclasses of {@code
 * GenericFunction}, whose name is their class's (rel_2_0_52, {@code sql/functions.py}).
 */
final class FunctionCodec {

  private static final PyGlobal FUNCTION = PythonClasses.function("Function");

  static final NodeCodec<FunctionCall> ENTRY =
      new NodeCodec<>(
          FunctionCall.class,
          Stream.concat(
                  Stream.of(FUNCTION),
                  Arrays.stream(GenericFunction.values()).map(FunctionCodec::python))
              .toList(),
          FunctionCodec::decode,
          FunctionCodec::encode);

  private FunctionCodec() {}

  private static FunctionCall decode(NodeReader in) {
    boolean isGeneric = !in.className().equals(FUNCTION.path());
    Name name = isGeneric ? Name.of(in.simpleName()) : in.name("name");
    ClauseList arguments = arguments(in);
    FunctionCall function =
        new FunctionCall(
            name,
            in.each("packagenames", (each, path) -> in.decoder().names().read(each, path).text()),
            arguments.clauses(),
            in.type("type", Types.NULL),
            isGeneric);
    if (in.has("_has_args") && in.flag("_has_args") != hasArguments(function)) {
      throw in.refuse("state key '_has_args'");
    }
    return function;
  }

  private static PyGlobal python(GenericFunction function) {
    return PythonClasses.function(function.functionName());
  }

  private static @Nullable GenericFunction generic(FunctionCall function) {
    return function.isGeneric() ? GenericFunction.byName(function.name().text()) : null;
  }

  private static boolean hasArguments(FunctionCall function) {
    GenericFunction generic = generic(function);
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
    GenericFunction generic = generic(function);
    NodeWriter state =
        new NodeWriter(out)
            .put("packagenames", PyTuple.of(function.packageNames()))
            .element("clause_expr", Grouping.of(ClauseList.comma(function.arguments())))
            .type(function.type())
            .put("_has_args", hasArguments(function));
    return generic == null
        ? state.name("name", function.name()).make(FUNCTION)
        : state.make(python(generic));
  }
}
