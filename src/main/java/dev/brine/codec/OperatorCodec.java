package dev.brine.codec;

import dev.brine.expr.CustomOperator;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.SqlType;
import dev.brine.shape.KeywordCall;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operators: functions by name, and {@code custom_op} objects. */
final class OperatorCodec {

  private static final List<String> STANDARD_MODULES = List.of("_operator", "operator");

  private static final String ITEM_OF_HSTORE = "hstore_getitem";

  /** 1.4 put a line between the words; Python 2 has another division. */
  private static final Map<String, String> FORMER_NAMES =
      Map.ofEntries(
          Map.entry("div", "truediv"),
          Map.entry("isfalse", "is_false"),
          Map.entry("isnot", "is_not"),
          Map.entry("isnot_distinct_from", "is_not_distinct_from"),
          Map.entry("istrue", "is_true"),
          Map.entry("notbetween_op", "not_between_op"),
          Map.entry("notcontains_op", "not_contains_op"),
          Map.entry("notendswith_op", "not_endswith_op"),
          Map.entry("notilike_op", "not_ilike_op"),
          Map.entry("notin_op", "not_in_op"),
          Map.entry("notlike_op", "not_like_op"),
          Map.entry("notmatch_op", "not_match_op"),
          Map.entry("notstartswith_op", "not_startswith_op"),
          Map.entry("nullsfirst_op", "nulls_first_op"),
          Map.entry("nullslast_op", "nulls_last_op"));

  /** By the path of the function that stands for each in some series. */
  private static final Map<String, StandardOperator> BY_PATH = byPath();

  private final GraphToExpr decoder;

  OperatorCodec(GraphToExpr decoder) {
    this.decoder = decoder;
  }

  Operator read(Object node, GraphPath path) {
    if (node instanceof PyGlobal function) {
      return standard(function);
    }
    if (node instanceof PyObject object
        && object.className().equals(PythonClasses.CUSTOM_OPERATOR.path())) {
      return custom(object, path);
    }
    KeywordCall call = KeywordCall.read(node);
    if (call != null
        && call.function().equals(PythonClasses.CUSTOM_OPERATOR)
        && call.arguments().size() == 1) {
      PyDict slots = new PyDict().put("opstring", call.arguments().get(0));
      call.keywords().forEach(slots::put);
      return custom(PyObject.newObject(PythonClasses.CUSTOM_OPERATOR).build(slots), path);
    }
    if (node instanceof PyObject object) {
      throw new NotUnderstood("operator " + object.className());
    }
    throw GraphToExpr.wrong("an operator", node, path);
  }

  /** The operator that a function stands for. */
  static Operator standard(PyGlobal function) {
    StandardOperator operator = BY_PATH.get(function.path());
    if (operator == null) {
      throw new NotUnderstood("operator " + function.path());
    }
    return operator;
  }

  private static Map<String, StandardOperator> byPath() {
    Map<String, StandardOperator> all = new HashMap<>();
    for (StandardOperator operator : StandardOperator.values()) {
      put(all, operator, operator.pythonName());
    }
    FORMER_NAMES.forEach(
        (former, name) ->
            put(all, Objects.requireNonNull(StandardOperator.byPythonName(name)), former));
    return all;
  }

  private static void put(
      Map<String, StandardOperator> all, StandardOperator operator, String name) {
    modules(operator).forEach(module -> all.put(module + "." + name, operator));
  }

  private static List<String> modules(StandardOperator operator) {
    return operator.isFromStandardLibrary()
        ? STANDARD_MODULES
        : List.of(PythonClasses.CUSTOM_OPERATOR.module());
  }

  private CustomOperator custom(PyObject object, GraphPath path) {
    Object returnType = object.attribute("return_type");
    if (isGiven(object.attribute("python_impl"))) {
      throw new NotUnderstood("custom_op with python_impl");
    }
    if (isGiven(visitName(object))) {
      throw new NotUnderstood("custom_op with visit_name");
    }
    return new CustomOperator(
        decoder.text(opstring(object), path.attribute("opstring")),
        object.attribute("precedence") instanceof Long precedence ? precedence.intValue() : 0,
        flag(object, "is_comparison"),
        flag(object, "natural_self_precedent"),
        flag(object, "eager_grouping"),
        isGiven(returnType) ? type(returnType, path) : null);
  }

  /** A method of a user's own compiler, in 2.1; that of HSTORE prints the operator as it is. */
  private static @Nullable Object visitName(PyObject object) {
    Object name = object.attribute("visit_name");
    return ITEM_OF_HSTORE.equals(name) ? null : name;
  }

  private static Object opstring(PyObject object) {
    Object text = object.attribute("opstring");
    return text == null ? PyNone.NONE : text;
  }

  private SqlType type(@Nullable Object returnType, GraphPath path) {
    Object node = returnType == null ? PyNone.NONE : returnType;
    return decoder.types().read(node, path.attribute("return_type"));
  }

  private static boolean isGiven(@Nullable Object attribute) {
    return attribute != null && attribute != PyNone.NONE;
  }

  private static boolean flag(PyObject object, String name) {
    return Boolean.TRUE.equals(object.attribute(name));
  }

  static Object write(Operator operator, ExprToGraph out) {
    if (operator instanceof StandardOperator standard) {
      return PythonClasses.operator(standard);
    }
    CustomOperator custom = (CustomOperator) operator;
    SqlType returnType = custom.returnType();
    PyDict slots =
        new PyDict()
            .put("opstring", custom.spelling())
            .put("precedence", (long) custom.binding())
            .put("is_comparison", custom.isComparison())
            .put("natural_self_precedent", custom.isNaturalSelfPrecedent())
            .put("eager_grouping", custom.isEagerGrouping())
            .put("return_type", returnType == null ? PyNone.NONE : out.type(returnType))
            .put("python_impl", PyNone.NONE);
    return PyObject.newObject(PythonClasses.CUSTOM_OPERATOR).build(PyTuple.of(PyNone.NONE, slots));
  }
}
