package dev.brine.series;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of 0.6 and 0.7, whose class began with an underscore (rel_0_7_10, {@code
 * sql/expression.py: _CompareMixin}).
 */
final class EarlyComparisonReshaping {

  private static final String EARLY = "sqlalchemy.sql.expression._";
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final String OPERATOR = "operator";
  private static final String RIGHT = "right";
  private static final String ANYTHING = "'%'";

  static final List<ReshapingRule> RULES =
      List.of(
          early(
              object -> isText(object.get(OPERATOR)),
              object -> object.put(OPERATOR, custom(object.take(OPERATOR)))),
          early(object -> pattern(object) != null, EarlyComparisonReshaping::contains),
          early(
              object -> constant(object) != null,
              object ->
                  object.put(
                      RIGHT,
                      PyObject.newObject(
                          PythonClasses.element(Objects.requireNonNull(constant(object)))))));

  /** A value with anything before it, behind it, or both, as LIKE is told it. */
  private record Pattern(String operator, Object value) {}

  private EarlyComparisonReshaping() {}

  private static ReshapingRule early(Predicate<Reshaping> applies, ReshapingRule.Step step) {
    return ReshapingRule.when(BINARY, applies, step).spelled(EARLY);
  }

  private static boolean isText(@Nullable Object node) {
    return node instanceof String || node instanceof PyByteString;
  }

  /** What a value compared with a column is written as since 0.8; null of any but a truth. */
  private static @Nullable String constant(Reshaping object) {
    boolean isEquality =
        object.get(OPERATOR) instanceof PyGlobal operator
            && Set.of("eq", "ne").contains(operator.name());
    Object right = object.get(RIGHT);
    if (!isEquality || right == null || !Binds.isUnique(right)) {
      return null;
    }
    return Binds.value((PyObject) right) instanceof Boolean truth
        ? truth ? "True_" : "False_"
        : null;
  }

  private static @Nullable Pattern pattern(Reshaping object) {
    boolean isLike = object.get(OPERATOR) instanceof PyGlobal like && like.name().equals("like_op");
    Concatenation whole = isLike ? Concatenation.of(object.get(RIGHT)) : null;
    if (whole == null) {
      return null;
    }
    if (!isAnything(whole.right)) {
      return isAnything(whole.left) ? new Pattern("endswith_op", whole.right) : null;
    }
    Concatenation left = Concatenation.of(whole.left);
    return left != null && isAnything(left.left)
        ? new Pattern("contains_op", left.right)
        : new Pattern("startswith_op", whole.left);
  }

  /** Both sides of a {@code ||}. */
  private record Concatenation(Object left, Object right) {

    static @Nullable Concatenation of(@Nullable Object node) {
      if (!(node instanceof PyObject binary)
          || !(binary.attribute(OPERATOR) instanceof PyGlobal operator)
          || !operator.name().equals("concat_op")) {
        return null;
      }
      Object left = binary.attribute("left");
      Object right = binary.attribute(RIGHT);
      return left == null || right == null ? null : new Concatenation(left, right);
    }
  }

  private static boolean isAnything(Object node) {
    if (!(node instanceof PyObject column)
        || !Boolean.TRUE.equals(column.attribute("is_literal"))) {
      return false;
    }
    Object name = column.attribute("name");
    return name != null && ANYTHING.equals(Texts.of(name));
  }

  private static void contains(Reshaping object) {
    Pattern pattern = pattern(object);
    if (pattern == null) {
      throw new AssertionError("asked for before");
    }
    object
        .put(RIGHT, pattern.value)
        .put(OPERATOR, PythonClasses.operator(pattern.operator))
        .put("negate", PythonClasses.operator("not_" + pattern.operator));
  }

  /** The node of an operator of this spelling, which binds as loosely as none. */
  private static PyObject custom(Object spelling) {
    return PyObject.newObject(PythonClasses.CUSTOM_OPERATOR)
        .build(new PyDict().put("opstring", spelling));
  }
}
