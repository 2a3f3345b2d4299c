package dev.brine.series;

import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Types;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are a condition by themselves, where no metadata tells whether they are booleans.
 * 2.0 finds that out when it compiles; 1.3 wrapped booleans when the condition was made
 * (rel_1_3_24, {@code sql/elements.py: ColumnElement.self_group}). So it is made when it is loaded,
 * by {@code operator.and_(true(), column)}, which is the column, wrapped if it is a boolean.
 */
final class UntypedConditions {

  private static final PyObject TRUE = PyObject.newObject(PythonClasses.element("True_"));

  private static final PyGlobal AND = PythonClasses.operator(StandardOperator.AND);

  /** By the name of the module that its users know, and of the one in C. */
  static final List<ReshapingRule> RULES =
      Stream.of(AND, new PyGlobal("operator", AND.name()))
          .map(
              name ->
                  ReshapingRule.when(
                      name, call -> isCall(call.original()), UntypedConditions::condition))
          .toList();

  private UntypedConditions() {}

  private static void condition(Reshaping call) {
    Object condition = call.arguments().get(1);
    call.call(List.of());
    call.become(PythonClasses.element("BooleanClauseList"))
        .put("operator", AND)
        .put("clauses", new PyList(List.of(condition)));
  }

  /** Whether a condition may have to be wrapped. */
  static boolean isOne(ColumnElement condition) {
    return condition instanceof ColumnRef column
        && column.type().equals(Types.NULL)
        && column.table() != null;
  }

  /** The condition as the only one of a list, which nobody else makes. */
  static ColumnElement marked(ColumnElement condition) {
    return new BooleanClauseList(StandardOperator.AND, List.of(condition));
  }

  /** The call for a list that was marked; null of others. */
  static @Nullable PyObject call(PyObject list) {
    List<Object> clauses = PythonItems.ofClauses(list);
    return clauses.size() == 1 ? PyObject.reduce(AND, TRUE, clauses.get(0)) : null;
  }

  static boolean isCall(PyObject call) {
    return call.type() instanceof PyGlobal function
        && function.name().equals(AND.name())
        && call.typeArgs().size() == 2
        && call.typeArgs().get(0) instanceof PyObject constant
        && constant.className().equals(PythonClasses.element("True_").path());
  }
}
