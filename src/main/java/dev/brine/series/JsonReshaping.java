package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Map;

/**
 * Elements of a JSON value in 0.9 and 1.0, which had a class of their own (rel_1_0_19, {@code
 * dialects/postgresql/json.py}).
 */
final class JsonReshaping {

  private static final PyGlobal ELEMENT =
      new PyGlobal("sqlalchemy.dialects.postgresql.json", "JSONElement");
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");

  private static final String OPERATOR = "operator";
  private static final String RIGHT = "right";

  /** How tightly 2.0 lets the operators that give text bind. */
  private static final long PRECEDENCE = 15;

  /** The operators that all series since 1.1 have a function for. */
  private static final Map<String, PyGlobal> FUNCTIONS =
      Map.of(
          "->", PythonClasses.operator("json_getitem_op"),
          "#>", PythonClasses.operator("json_path_getitem_op"));

  static final List<ReshapingRule> RULES =
      List.of(ReshapingRule.of(ELEMENT, "_json_opstring", JsonReshaping::element));

  private JsonReshaping() {}

  private static void element(Reshaping object) {
    String spelling = Texts.of(object.take("_json_opstring"));
    object.take("_astext");
    PyGlobal function = FUNCTIONS.get(spelling);
    object.put(OPERATOR, function == null ? custom(spelling) : function);
    if (object.get(RIGHT) instanceof PyObject bind && Binds.isUnique(bind)) {
      object.put(RIGHT, index(bind, spelling.startsWith("#")));
    }
    object.become(BINARY);
  }

  private static PyObject custom(String spelling) {
    PyDict slots =
        new PyDict()
            .put("opstring", spelling)
            .put("precedence", PRECEDENCE)
            .put("natural_self_precedent", true)
            .put("eager_grouping", true);
    return PyObject.newObject(PythonClasses.CUSTOM_OPERATOR).build(PyTuple.of(PyNone.NONE, slots));
  }

  /** An index has a type that tells what it is, not one to be converted by. */
  private static PyObject index(PyObject bind, boolean isPath) {
    String ofValue =
        Binds.value(bind) instanceof Long ? "JSON.JSONIntIndexType" : "JSON.JSONStrIndexType";
    PyGlobal type = PythonClasses.type(isPath ? "JSON.JSONPathType" : ofValue);
    return new Reshaping(bind).put("type", PyObject.newObject(type)).done();
  }
}
