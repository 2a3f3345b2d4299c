package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of expressions in 1.3 (rel_1_3_24, {@code sql/elements.py} and {@code functions.py}):
 * the way back of {@link ElementReshaping} and {@link WindowReshaping}.
 */
final class ElementShapes13 {

  private static final PyGlobal LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal ARRAY =
      new PyGlobal("sqlalchemy.dialects.postgresql.array", "array");
  private static final PyGlobal OVER = PythonClasses.element("Over");
  private static final PyGlobal OVER_RANGE = PythonClasses.element("_OverRange");

  private static final PyGlobal FUNCTION = PythonClasses.function("Function");
  private static final String SEARCH = "sqlalchemy.dialects.postgresql.ext";

  private static final String NEGATE = "negate";
  private static final String WRAPS = "wraps_column_expression";
  private static final String CLAUSES = "clauses";

  /** What the constructor of a window takes for the ends that are no distance, by number. */
  private static final Map<Object, Object> ENDS = Map.of(0L, PyNone.NONE, 1L, 0L);

  static final List<SeriesShape> ALL =
      Stream.of(
              Stream.of("UnaryExpression", "CollectionAggregate")
                  .map(name -> SeriesShape.of(PythonClasses.element(name), ElementShapes13::unary)),
              Stream.of(LIST, ARRAY).map(cls -> SeriesShape.of(cls, ElementShapes13::list)),
              Stream.of(PythonClasses.element("BindParameter"), limitOrOffset())
                  .map(cls -> SeriesShape.of(cls, ElementShapes13::bind)),
              Stream.concat(
                      FunctionClasses.all().stream(),
                      Stream.of("Function", "next_value").map(PythonClasses::function))
                  .map(cls -> SeriesShape.of(cls, ElementShapes13::function)),
              Stream.of(
                  SeriesShape.of(PythonClasses.selectable("Exists"), ElementShapes13::exists),
                  SeriesShape.of(
                      PythonClasses.element("ExpressionClauseList"), ElementShapes13::ends),
                  new SeriesShape(
                      PythonClasses.element("BooleanClauseList").path(),
                      ElementShapes13::conditions),
                  new SeriesShape(OVER.path(), ElementShapes13::over),
                  SeriesShape.of(
                      PythonClasses.CUSTOM_OPERATOR, custom -> custom.take("python_impl"))))
          .flatMap(shapes -> shapes)
          .toList();

  private ElementShapes13() {}

  private static PyGlobal limitOrOffset() {
    return PythonClasses.selectable("_OffsetLimitParam");
  }

  private static void unary(Reshaping object) {
    if (!object.has(NEGATE)) {
      object.put(NEGATE, PyNone.NONE);
    }
    if (!object.has(WRAPS)) {
      object.put(WRAPS, false);
    }
  }

  /** Those for full text search are any function. */
  private static void function(Reshaping object) {
    PyGlobal cls = object.original().type() instanceof PyGlobal global ? global : FUNCTION;
    if (cls.module().equals(SEARCH)) {
      object.put("name", cls.name()).become(FUNCTION);
    }
    object.put("_bind", PyNone.NONE);
  }

  private static void exists(Reshaping object) {
    object.put(NEGATE, PyNone.NONE).put(WRAPS, true);
  }

  private static Object conditions(PyObject conditions) {
    PyObject call = UntypedConditions.call(conditions);
    if (call != null) {
      return call;
    }
    Reshaping object = new Reshaping(conditions);
    list(object);
    return object.done();
  }

  private static void list(Reshaping object) {
    List<Object> clauses = PythonItems.ofNode(object.take(CLAUSES));
    object.put(
        CLAUSES, new PyList(clauses.stream().map(ComparisonShapes13::inParentheses).toList()));
    if (!object.has("_tuple_values")) {
      object.put("_tuple_values", false);
    }
    if (!object.has("group")) {
      object.put("group", true);
    }
    if (!object.has("group_contents")) {
      object.put("group_contents", true);
    }
  }

  /** Of both ends of a BETWEEN: other chains were unchained before. */
  private static void ends(Reshaping object) {
    object.take("type");
    list(object.put("group_contents", false).become(LIST));
  }

  private static void bind(Reshaping object) {
    object.take("expand_op");
    object.take("literal_execute");
    forgetUuid(object);
    if (isOf(object.get("type"), "TupleType")) {
      forgetType(object);
    }
  }

  /** What only 2.0 makes of a value that is one. */
  static void forgetUuid(Reshaping object) {
    boolean isCompared = Boolean.TRUE.equals(object.get("unique")) && !isUnnamed(object);
    if (!isCompared && isOf(object.get("type"), "Uuid")) {
      forgetType(object);
    }
  }

  private static void forgetType(Reshaping object) {
    object.put("type", PyObject.newObject(PythonClasses.type("NullType")));
  }

  private static boolean isOf(@Nullable Object type, String name) {
    return type instanceof PyObject object
        && object.className().equals(PythonClasses.type(name).path());
  }

  private static boolean isUnnamed(Reshaping bind) {
    return "param".equals(bind.get("_orig_key"));
  }

  /**
   * With the numbers and None that its constructor takes. The symbols that 1.3 itself writes it
   * takes for distances, so that Python loads another window than it dumped.
   */
  private static PyObject over(PyObject call) {
    List<Object> arguments = new ArrayList<>();
    call.args().forEach(each -> arguments.add(each instanceof PyTuple ends ? frame(ends) : each));
    return PyObject.reduce(OVER, arguments.toArray());
  }

  private static PyTuple frame(PyTuple ends) {
    return PyTuple.of(ends.asList().stream().map(ElementShapes13::end).toList());
  }

  private static Object end(Object node) {
    return node instanceof PyObject end && end.className().equals(OVER_RANGE.path())
        ? Objects.requireNonNull(ENDS.get(end.typeArgs().get(0)))
        : node;
  }
}
