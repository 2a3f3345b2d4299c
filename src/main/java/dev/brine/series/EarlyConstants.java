package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Wrappers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Constants among conditions up to 1.3 (rel_1_3_24, {@code sql/elements.py: BooleanClauseList}):
 * those that change nothing were printed all the same, as {@code 1 = 1 AND …}. Since 1.4 a SELECT
 * keeps them as conditions of their own, and leaves them out when it is compiled; up to 0.8 they
 * were left out of no list.
 */
final class EarlyConstants {

  private static final PyGlobal CONDITIONS = PythonClasses.element("BooleanClauseList");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal AS_BOOLEAN = PythonClasses.element("AsBoolean");
  private static final PyGlobal TRUE = PythonClasses.element("True_");
  private static final PyGlobal FALSE = PythonClasses.element("False_");

  private static final String CLAUSES = "clauses";
  private static final String ELEMENT = "element";
  private static final String AND = "and_";

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.when(
                  CONDITIONS,
                  EarlyConstants::hasIdle,
                  object -> object.put(CLAUSES, new PyList(withoutIdle(object))))
              .spelled(EarlyNegationReshaping.EARLY));

  private EarlyConstants() {}

  /** What a SELECT keeps of its one condition, or of None. */
  static List<Object> conditions(Object condition) {
    if (condition instanceof PyObject list && isA(CONDITIONS, list) && AND.equals(operator(list))) {
      List<Object> items = clauses(new Reshaping(list));
      if (items.stream().anyMatch(item -> constant(item) != null)) {
        return items.stream().map(EarlyConstants::bare).toList();
      }
    }
    return condition == PyNone.NONE ? List.of() : List.of(condition);
  }

  private static boolean isA(PyGlobal cls, @Nullable Object node) {
    return node instanceof PyObject object
        && object.isInstance()
        && PythonClasses.canonical(object.className()).equals(cls.path());
  }

  private static @Nullable String operator(PyObject list) {
    return list.attribute("operator") instanceof PyGlobal operator ? operator.name() : null;
  }

  /** The constant that a node is, by itself or compared with itself; null of anything else. */
  private static @Nullable PyObject constant(Object node) {
    Object tested = Wrappers.innermost(node, EarlyConstants::tested);
    return isA(TRUE, tested) || isA(FALSE, tested) ? (PyObject) tested : null;
  }

  /** What is asked whether it is true. */
  private static @Nullable Object tested(@Nullable Object node) {
    return node instanceof PyObject test
            && isA(AS_BOOLEAN, test)
            && test.attribute("operator") instanceof PyGlobal operator
            && List.of("istrue", "is_true").contains(operator.name())
        ? test.attribute(ELEMENT)
        : null;
  }

  private static Object bare(Object item) {
    PyObject constant = constant(item);
    return constant == null ? onlyItem(item) : constant;
  }

  /** The one condition that is left in parentheses; the node itself where there is not one. */
  private static Object onlyItem(Object node) {
    if (!isA(GROUPING, node)
        || !(((PyObject) node).attribute(ELEMENT) instanceof PyObject list)
        || !isA(CONDITIONS, list)) {
      return node;
    }
    List<Object> items = withoutIdle(new Reshaping(list));
    return items.size() == 1 ? items.get(0) : node;
  }

  /** Whether a list of 0.6 to 0.8 has a constant that changes nothing, and more than that. */
  private static boolean hasIdle(Reshaping object) {
    return withoutIdle(object).size() < clauses(object).size();
  }

  private static List<Object> clauses(Reshaping list) {
    return PythonItems.ofNode(Objects.requireNonNullElse(list.get(CLAUSES), PyNone.NONE));
  }

  private static List<Object> withoutIdle(Reshaping list) {
    String operator = operator(list.original());
    PyGlobal idle = AND.equals(operator) ? TRUE : FALSE;
    List<Object> all = clauses(list);
    List<Object> left = all.stream().filter(item -> !isA(idle, constant(item))).toList();
    return left.isEmpty() ? all : left;
  }
}
