package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Grouping;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Types;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls of functions: {@code Function} with a name of its own, and the subclasses of {@code
 * GenericFunction}, whose name is their class's (rel_2_0_52, {@code sql/functions.py}).
 */
final class FunctionCodec {

  private static final PyGlobal FUNCTION = PythonClasses.function("Function");

  private static final List<String> GENERIC =
      List.of(
          "aggregate_strings",
          "array_agg",
          "char_length",
          "coalesce",
          "concat",
          "count",
          "cube",
          "cume_dist",
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "dense_rank",
          "grouping_sets",
          "localtime",
          "localtimestamp",
          "max",
          "min",
          "mode",
          "now",
          "percent_rank",
          "percentile_cont",
          "percentile_disc",
          "random",
          "rank",
          "rollup",
          "session_user",
          "sum",
          "sysdate",
          "user");

  static final NodeCodec<FunctionCall> ENTRY =
      new NodeCodec<>(
          FunctionCall.class,
          Stream.concat(Stream.of(FUNCTION), GENERIC.stream().map(PythonClasses::function))
              .toList(),
          FunctionCodec::decode,
          FunctionCodec::encode);

  private FunctionCodec() {}

  private static FunctionCall decode(NodeReader in) {
    boolean isGeneric = !in.className().equals(FUNCTION.path());
    Name name = isGeneric ? Name.of(in.simpleName()) : in.name("name");
    ClauseList arguments = arguments(in);
    if (in.has("_has_args") && in.flag("_has_args") == arguments.clauses().isEmpty()) {
      throw in.refuse("state key '_has_args'");
    }
    return new FunctionCall(
        name,
        in.each("packagenames", (each, path) -> in.decoder().names().read(each, path).text()),
        arguments.clauses(),
        in.type("type", Types.NULL),
        isGeneric);
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
    boolean isGeneric = function.isGeneric() && GENERIC.contains(function.name().text());
    NodeWriter state =
        new NodeWriter(out)
            .put("packagenames", PyTuple.of(function.packageNames()))
            .element("clause_expr", Grouping.of(ClauseList.comma(function.arguments())))
            .type(function.type())
            .put("_has_args", !function.arguments().isEmpty());
    if (isGeneric) {
      return state.make(PythonClasses.function(((QuotedName) function.name()).text()));
    }
    return state.name("name", function.name()).make(FUNCTION);
  }
}
