package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Column;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * NOT up to 0.8 (rel_0_8_7, {@code sql/expression.py: ClauseElement._negate}): it stood before a
 * comparison that since then has an operator of its own, and before a column that since then is
 * compared with false.
 */
final class EarlyNegationReshaping {

  /** Where all classes of expressions were; the first ones began with an underscore. */
  static final String EARLY = "sqlalchemy.sql.expression.";

  private static final PyGlobal UNARY = PythonClasses.element("UnaryExpression");
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal AS_BOOLEAN = PythonClasses.element("AsBoolean");

  private static final String ELEMENT = "element";
  private static final String OPERATOR = "operator";
  private static final String NEGATE = "negate";
  private static final String NOT = "not_";

  /** The comparisons that can be negated by now, each by the operator {@code not_…}. */
  private static final Set<String> NEGATABLE =
      Set.of("like_op", "ilike_op", "between_op", "contains_op", "startswith_op", "endswith_op");

  static final List<ReshapingRule> RULES =
      List.of(
          early(UNARY, object -> comparison(object) != null, EarlyNegationReshaping::negated),
          early(
              UNARY,
              object -> isNot(object) && object.get(ELEMENT) instanceof Column,
              EarlyNegationReshaping::isFalse),
          early(
              UNARY,
              object -> collated(object.get(ELEMENT)) != null,
              object -> object.put(ELEMENT, bare(object.take(ELEMENT)))),
          inParentheses("left"),
          inParentheses("right"));

  private EarlyNegationReshaping() {}

  private static ReshapingRule early(
      PyGlobal cls, Predicate<Reshaping> applies, ReshapingRule.Step step) {
    return ReshapingRule.when(cls, applies, step).spelled(EARLY);
  }

  private static boolean isNot(Reshaping object) {
    return object.get(OPERATOR) instanceof PyGlobal operator && operator.name().equals("inv");
  }

  /** What is inside parentheses. */
  private static Object bare(Object node) {
    return node instanceof PyObject object
            && isA(GROUPING, object)
            && object.attribute(ELEMENT) instanceof PyObject element
        ? element
        : node;
  }

  private static boolean isA(PyGlobal cls, PyObject object) {
    return PythonClasses.canonical(object.className()).equals(cls.path());
  }

  private static String operator(PyObject object) {
    return object.attribute(OPERATOR) instanceof PyGlobal operator ? operator.name() : "";
  }

  /** The comparison that NOT stands before, as it is written by now; null before anything else. */
  private static @Nullable PyObject comparison(Reshaping object) {
    Object element = isNot(object) ? object.get(ELEMENT) : null;
    if (element == null || !(bare(element) instanceof PyObject inner) || !isA(BINARY, inner)) {
      return null;
    }
    PyObject comparison = ReshapingRules.reshaped(inner);
    return NEGATABLE.contains(operator(comparison)) ? comparison : null;
  }

  private static void negated(Reshaping object) {
    PyObject comparison = comparison(object);
    if (comparison == null) {
      throw new AssertionError("asked for before");
    }
    String operator = operator(comparison);
    List.copyOf(object.keys()).forEach(object::take);
    comparison.stateDict().forEach((key, value) -> object.put(Texts.of(key), value));
    object
        .put(OPERATOR, PythonClasses.operator(NOT + operator))
        .put(NEGATE, PythonClasses.operator(operator))
        .become(BINARY);
  }

  private static void isFalse(Reshaping object) {
    object
        .put(OPERATOR, PythonClasses.operator("is_false"))
        .put("type", PyObject.newObject(PythonClasses.type("Boolean")))
        .become(AS_BOOLEAN);
  }

  /** COLLATE, which now binds more tightly than the order and less than a comparison. */
  private static @Nullable PyObject collated(@Nullable Object node) {
    return node != null
            && bare(node) instanceof PyObject inner
            && isA(BINARY, inner)
            && operator(inner).equals("collate")
        ? inner
        : null;
  }

  private static ReshapingRule inParentheses(String side) {
    return early(
        BINARY,
        object ->
            object.get(side) instanceof PyObject operand
                && isA(BINARY, operand)
                && collated(operand) != null,
        object -> object.put(side, parentheses((PyObject) object.take(side))));
  }

  private static PyObject parentheses(PyObject element) {
    Object type = element.attribute("type");
    return PyObject.newObject(GROUPING)
        .build(new PyDict().put(ELEMENT, element).put("type", type == null ? PyNone.NONE : type));
  }
}
