package dev.brine.series;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a JSON value in 0.9 and 1.0, which had a class of their own (rel_1_0_19, {@code
 * dialects/postgresql/json.py}).
 */
final class JsonReshaping {

  private static final PyGlobal ELEMENT =
      new PyGlobal("sqlalchemy.dialects.postgresql.json", "JSONElement");
  private static final PyGlobal JSON = new PyGlobal("sqlalchemy.dialects.postgresql.json", "JSON");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");

  private static final String OPERATOR = "operator";
  private static final String RIGHT = "right";

  /** How tightly 2.0 lets the operators that give text bind. */
  private static final long PRECEDENCE = 15;

  /** How tightly they bound up to 1.0, and no operator of a user's that did not ask for it. */
  private static final long EARLY_PRECEDENCE = 5;

  private static final String ARROW = "->";

  /** The operators that all series since 1.1 have a function for. */
  private static final Map<String, PyGlobal> FUNCTIONS =
      Map.of(
          ARROW,
          PythonClasses.operator("json_getitem_op"),
          "#>",
          PythonClasses.operator("json_path_getitem_op"));

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.of(ELEMENT, "_json_opstring", JsonReshaping::element),
          ReshapingRule.when(
              BINARY,
              object -> isEarlyArrow(object.get(OPERATOR)),
              object -> object.put(OPERATOR, custom(ARROW))),
          withoutParentheses("left"),
          withoutParentheses(RIGHT));

  private JsonReshaping() {}

  /** It binds more tightly by now than whatever it is an operand of. */
  private static ReshapingRule withoutParentheses(String side) {
    return ReshapingRule.when(
        BINARY,
        object -> inParentheses(object.get(side)) != null,
        object -> object.put(side, Objects.requireNonNull(inParentheses(object.take(side)))));
  }

  private static @Nullable PyObject inParentheses(@Nullable Object node) {
    return node instanceof PyObject grouping
            && grouping.attribute("element") instanceof PyObject element
            && PythonClasses.canonical(grouping.className()).equals(GROUPING.path())
            && (element.className().equals(ELEMENT.path())
                || isEarlyArrow(element.attribute(OPERATOR)))
        ? element
        : null;
  }

  /** What {@code hstore["key"]} was up to 1.0 (rel_1_0_19, {@code postgresql/hstore.py}). */
  private static boolean isEarlyArrow(@Nullable Object operator) {
    return operator instanceof PyObject custom
        && custom.attribute("opstring") != null
        && ARROW.equals(Texts.of(Objects.requireNonNull(custom.attribute("opstring"))))
        && Long.valueOf(EARLY_PRECEDENCE).equals(custom.attribute("precedence"))
        && custom.attribute("natural_self_precedent") == null
        && custom.attribute("eager_grouping") == null;
  }

  private static void element(Reshaping object) {
    String spelling = Texts.of(object.take("_json_opstring"));
    object.take("_astext");
    PyGlobal function = FUNCTIONS.get(spelling);
    object.put(OPERATOR, function == null ? custom(spelling) : function);
    if (object.get(RIGHT) instanceof PyObject bind && Binds.isUnique(bind)) {
      object.put(RIGHT, index(bind, spelling.startsWith("#")));
    }
    if (object.get("type") instanceof PyObject type && type.className().endsWith(".NullType")) {
      object.put("type", PyObject.newObject(JSON));
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
    Object value = Binds.value(bind);
    boolean isSpelled = isPath && (value instanceof String || value instanceof PyByteString);
    return new Reshaping(bind)
        .put("type", PyObject.newObject(type))
        .put("value", isSpelled ? steps(Texts.of(value)) : value)
        .done();
  }

  /** A path was spelled out as PostgreSQL takes it, {@code {a, 1}}; since 1.1 it is a tuple. */
  private static PyTuple steps(String path) {
    List<Object> steps = new ArrayList<>();
    for (String step : path.replaceAll("^\\{|\\}$", "").split(", *", -1)) {
      steps.add(step.matches("\\d{1,9}") ? (Object) Long.valueOf(step) : step);
    }
    return PyTuple.of(steps);
  }
}
