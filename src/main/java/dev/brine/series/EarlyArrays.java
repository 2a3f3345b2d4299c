package dev.brine.series;

import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import java.util.List;

/**
 * What PostgreSQL's arrays had classes of their own for from 0.8 to 1.0 (rel_1_0_19, {@code
 * dialects/postgresql/base.py}): a comparison with any or all of the items, and a slice.
 */
final class EarlyArrays {

  private static final String MODULE = "sqlalchemy.dialects.postgresql.base";

  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal COLLECTION = PythonClasses.element("CollectionAggregate");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");

  private static final String RIGHT = "right";
  private static final String TYPE = "type";

  static final List<ReshapingRule> RULES =
      List.of(
          comparison("Any", StandardOperator.ANY),
          comparison("All", StandardOperator.ALL),
          ReshapingRule.of(
              new PyGlobal(MODULE, "_Slice"),
              "stop",
              slice ->
                  slice
                      .become(PythonClasses.element("Slice"))
                      .put("step", PyObject.newObject(PythonClasses.element("Null")))));

  private EarlyArrays() {}

  /** The array stood beside the operator, and was put in parentheses when printed. */
  private static ReshapingRule comparison(String name, StandardOperator with) {
    return ReshapingRule.of(
        new PyGlobal(MODULE, name),
        RIGHT,
        object ->
            object
                .become(BINARY)
                .put(RIGHT, collection(object.take(RIGHT), with))
                .put("modifiers", new PyDict())
                .put("negate", PyNone.NONE));
  }

  private static PyObject collection(Object array, StandardOperator operator) {
    PyDict grouping = new PyDict().put("element", array);
    if (array instanceof PyObject element && element.attribute(TYPE) instanceof PyObject type) {
      grouping.put(TYPE, type);
    }
    return PyObject.newObject(COLLECTION)
        .build(
            new PyDict()
                .put("element", PyObject.newObject(GROUPING).build(grouping))
                .put("operator", PythonClasses.operator(operator)));
  }
}
