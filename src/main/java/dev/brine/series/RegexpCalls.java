package dev.brine.series;

import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Regular expressions made by the functions of their operators: the flags and what is put in place
 * of a match are kept otherwise before 1.4.45 and 2.0.11 (rel_1_4_0 and rel_2_0_0, {@code
 * sql/default_comparator.py}), and each release makes of the call what it keeps.
 */
public final class RegexpCalls {

  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal MATCH = PythonClasses.operator(StandardOperator.REGEXP_MATCH);
  private static final PyGlobal NO_MATCH =
      PythonClasses.operator(StandardOperator.NOT_REGEXP_MATCH);
  private static final PyGlobal REPLACE = PythonClasses.operator(StandardOperator.REGEXP_REPLACE);

  private static final String LEFT = "left";
  private static final String RIGHT = "right";
  private static final String OPERATOR = "operator";
  private static final String MODIFIERS = "modifiers";
  private static final String FLAGS = "flags";
  private static final String TYPE = "type";

  static final List<ReshapingRule> RULES =
      Stream.of(MATCH, NO_MATCH, REPLACE)
          .map(
              operator ->
                  ReshapingRule.when(
                      operator,
                      object -> isCall(operator, object.arguments()),
                      object -> read(object, operator)))
          .toList();

  private RegexpCalls() {}

  /** Whether an object is made by a call of such a function. */
  static boolean isMade(PyObject object) {
    return object.type() instanceof PyGlobal name
        && List.of(MATCH, NO_MATCH, REPLACE).contains(name)
        && isCall(name, object.typeArgs().asList());
  }

  /** The flags may be left out. */
  private static boolean isCall(PyGlobal operator, List<Object> arguments) {
    int operands = operator.equals(REPLACE) ? 3 : 2;
    return arguments.size() == operands || arguments.size() == operands + 1;
  }

  /** The node of an operation: the object itself unless releases keep it otherwise. */
  public static PyObject written(PyObject binary) {
    Object operator = binary.attribute(OPERATOR);
    boolean replaces = REPLACE.equals(operator);
    boolean matches = MATCH.equals(operator) || NO_MATCH.equals(operator);
    return replaces || (matches && flags(binary) != PyNone.NONE) ? call(binary, replaces) : binary;
  }

  private static Object flags(PyObject binary) {
    Object flags = binary.attribute(MODIFIERS) instanceof PyDict given ? given.get(FLAGS) : null;
    return Objects.requireNonNullElse(flags, PyNone.NONE);
  }

  private static PyObject call(PyObject binary, boolean replaces) {
    List<Object> arguments = new ArrayList<>(List.of(attribute(binary, LEFT)));
    Object right = attribute(binary, RIGHT);
    arguments.addAll(replaces ? PythonItems.ofClauses(right) : List.of(right));
    if (flags(binary) != PyNone.NONE) {
      arguments.add(flags(binary));
    }
    return PyObject.reduce(attribute(binary, OPERATOR), arguments.toArray())
        .build(new PyDict().put(TYPE, attribute(binary, TYPE)));
  }

  private static Object attribute(PyObject object, String name) {
    return Objects.requireNonNull(object.attribute(name), name);
  }

  private static void read(Reshaping object, PyGlobal operator) {
    List<Object> arguments = object.arguments();
    boolean replaces = operator.equals(REPLACE);
    int operands = replaces ? 3 : 2;
    Object flags = arguments.size() > operands ? arguments.get(operands) : PyNone.NONE;
    object
        .become(BINARY)
        .put(LEFT, arguments.get(0))
        .put(
            RIGHT,
            replaces
                ? ComparisonReshaping.patternAndReplacement(arguments.get(1), arguments.get(2))
                : arguments.get(1))
        .put(OPERATOR, operator)
        .put("negate", replaces ? PyNone.NONE : operator.equals(MATCH) ? NO_MATCH : MATCH)
        .put(MODIFIERS, new PyDict().put(FLAGS, flags))
        .call(List.of());
  }
}
