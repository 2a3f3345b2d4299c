package dev.brine.series;

import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls that the portable form is written with, read as the objects that they make. No other
 * calls are understood, and none is ever made.
 */
final class PortableCalls {

  private static final PyGlobal CHAIN = PythonClasses.element("ExpressionClauseList");

  /** What makes a chain of many by one call for each pair. */
  private static final Set<PyGlobal> CHAINING =
      Arrays.stream(StandardOperator.values())
          .filter(StandardOperator::isAssociative)
          .map(PythonClasses::operator)
          .collect(Collectors.toUnmodifiableSet());

  static final List<ReshapingRule> RULES =
      Stream.of(
              CHAINING.stream()
                  .map(
                      operator ->
                          ReshapingRule.when(
                              operator,
                              object ->
                                  object.arguments().size() == 2
                                      && !UntypedConditions.isCall(object.original()),
                              object -> chain(object, operator))),
              PortableCtes.RULES.stream(),
              RegexpCalls.RULES.stream())
          .flatMap(rules -> rules)
          .toList();

  private PortableCalls() {}

  /** Whether an object is made by a call that gives an element though its name does not tell so. */
  static boolean makesElement(PyObject object) {
    return RegexpCalls.isMade(object)
        || UntypedConditions.isCall(object)
        || (object.typeArgs().size() == 2
            && object.type() instanceof PyGlobal name
            && CHAINING.contains(name));
  }

  private static void chain(Reshaping object, PyGlobal operator) {
    List<Object> operands = new ArrayList<>();
    Object left = object.arguments().get(0);
    operands.add(object.arguments().get(1));
    while (left instanceof PyObject call
        && operator.equals(call.type())
        && call.typeArgs().size() == 2) {
      operands.add(0, call.typeArgs().get(1));
      left = call.typeArgs().get(0);
    }
    operands.add(0, left);
    object
        .become(CHAIN)
        .put("clauses", PyTuple.of(operands))
        .put("operator", operator)
        .put("group", true)
        .call(List.of());
  }
}
