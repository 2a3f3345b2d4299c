package dev.brine.series;

import static java.util.Locale.ROOT;

import dev.brine.expr.GenericFunction;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.TypeName;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import dev.brine.shape.TypeClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions up to 0.7 (rel_0_6_9, {@code sql/expression.py} and {@code sql/functions.py}),
 * and in 2.1 (rel_2_1_0b3, {@code sql/functions.py}).
 */
final class FunctionReshaping {

  private static final PyGlobal COUNT = PythonClasses.function("count");
  private static final PyGlobal FUNCTION = PythonClasses.function("Function");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal COLUMN = PythonClasses.element("ColumnClause");

  /** What 1.2 gave classes of their own that are not printed as the call of a function. */
  private static final Set<String> GROUPINGS = Set.of("cube", "grouping_sets", "rollup");

  /** Functions for full text search, with what they give. */
  private static final Map<String, TypeName> SEARCH =
      Map.of(
          "to_tsvector", TypeName.POSTGRESQL_TSVECTOR,
          "to_tsquery", TypeName.POSTGRESQL_TSQUERY,
          "plainto_tsquery", TypeName.POSTGRESQL_TSQUERY,
          "phraseto_tsquery", TypeName.POSTGRESQL_TSQUERY,
          "websearch_to_tsquery", TypeName.POSTGRESQL_TSQUERY);

  private static final String ARGUMENTS = "clause_expr";
  private static final String STAR = "*";

  static final List<ReshapingRule> RULES =
      Stream.concat(
              Stream.of(
                  ReshapingRule.dropped(FUNCTION, "monotonic"),
                  ReshapingRule.dropped(FUNCTION, "clauses"),
                  ReshapingRule.when(
                      FUNCTION,
                      FunctionReshaping::isGrouping,
                      object ->
                          object.become(PythonClasses.function(Texts.of(object.take("name"))))),
                  ReshapingRule.when(
                      FUNCTION, object -> search(object) != null, FunctionReshaping::ofSearch),
                  ReshapingRule.when(
                      COUNT,
                      object -> isStar(onlyArgument(object.get(ARGUMENTS))),
                      object -> object.put(ARGUMENTS, arguments(star())))),
              Stream.concat(
                  Stream.of("any_", "all_", "some").map(FunctionReshaping::ofAggregate),
                  FunctionClasses.all().stream().flatMap(FunctionReshaping::ofGeneric)))
          .toList();

  private FunctionReshaping() {}

  /**
   * 2.1 has classes for {@code func.any()}, {@code func.all()} and {@code func.some()}, so far
   * calls like any other.
   */
  private static ReshapingRule ofAggregate(String cls) {
    return ReshapingRule.when(
        PythonClasses.function(cls),
        object -> true,
        object -> object.become(FUNCTION).put("name", cls.replace("_", "")));
  }

  /** The name is the class's, which up to 0.7 every object repeated. */
  private static Stream<ReshapingRule> ofGeneric(PyGlobal cls) {
    return Stream.of("name", "monotonic", "clauses").map(key -> ReshapingRule.dropped(cls, key));
  }

  /** Since 1.3 a function says whether it has arguments. */
  private static boolean isGrouping(Reshaping object) {
    List<Object> packages = PythonItems.of(object.get("packagenames"));
    return !object.has("_has_args")
        && object.has("name")
        && (packages == null || packages.isEmpty())
        && GROUPINGS.contains(Texts.of(Objects.requireNonNullElse(object.get("name"), "")));
  }

  /**
   * The class that a function for full text search has since 2.0, which PostgreSQL's compiler asks
   * for; null of any other function.
   */
  private static @Nullable PyGlobal search(Reshaping object) {
    List<Object> packages = PythonItems.of(object.get("packagenames"));
    Object name = object.get("name");
    TypeName type = name == null ? null : SEARCH.get(Texts.of(name));
    return type == null || (packages != null && !packages.isEmpty())
        ? null
        : FunctionClasses.python(
            GenericFunction.valueOf(Texts.of(Objects.requireNonNull(name)).toUpperCase(ROOT)));
  }

  private static void ofSearch(Reshaping object) {
    PyGlobal cls = Objects.requireNonNull(search(object));
    TypeName type = Objects.requireNonNull(SEARCH.get(cls.name()));
    object.take("name");
    object.put("type", PyObject.newObject(TypeClasses.python(type))).become(cls);
    if (object.get(ARGUMENTS) instanceof PyObject parentheses
        && parentheses.attribute("element") instanceof PyObject list) {
      List<Object> arguments = PythonItems.ofClauses(list);
      if (arguments.size() > 1 && Binds.isUnique(arguments.get(0))) {
        List<Object> typed = new ArrayList<>(arguments);
        PyObject configuration = (PyObject) typed.get(0);
        typed.set(0, new Reshaping(configuration).put("type", regconfig()).done());
        PyObject ofTyped = new Reshaping(list).put("clauses", new PyList(typed)).done();
        object.put(ARGUMENTS, new Reshaping(parentheses).put("element", ofTyped).done());
      }
    }
  }

  private static PyObject regconfig() {
    return PyObject.newObject(TypeClasses.python(TypeName.POSTGRESQL_REGCONFIG));
  }

  private static @Nullable Object onlyArgument(@Nullable Object grouping) {
    if (!(grouping instanceof PyObject parentheses)
        || !(parentheses.attribute("element") instanceof PyObject list)) {
      return null;
    }
    List<Object> arguments = PythonItems.of(list.attribute("clauses"));
    return arguments != null && arguments.size() == 1 ? arguments.get(0) : null;
  }

  /** Up to 0.7 a piece of SQL, since then a literal column. */
  private static boolean isStar(@Nullable Object node) {
    Object text = node instanceof PyObject element ? element.attribute("text") : null;
    return text != null && STAR.equals(Texts.of(text));
  }

  private static PyObject star() {
    return PyObject.newObject(COLUMN)
        .build(
            new PyDict()
                .put("key", STAR)
                .put("name", STAR)
                .put("table", PyNone.NONE)
                .put("is_literal", true)
                .put("type", PyObject.newObject(PythonClasses.type("NullType"))));
  }

  /** The call of a function with a number. */
  static PyObject call(String name, Object number) {
    return PyObject.newObject(FUNCTION)
        .build(
            new PyDict()
                .put("name", name)
                .put("packagenames", PyTuple.EMPTY)
                .put(ARGUMENTS, arguments(Binds.number(name, number)))
                .put("type", PyObject.newObject(PythonClasses.type("NullType")))
                .put("_has_args", true));
  }

  private static PyObject arguments(PyObject argument) {
    PyObject list =
        PyObject.newObject(LIST)
            .build(
                new PyDict()
                    .put("operator", PythonClasses.operator("comma_op"))
                    .put("group", true)
                    .put("group_contents", true)
                    .put("clauses", PyList.of(argument)));
    return PyObject.newObject(GROUPING)
        .build(
            new PyDict()
                .put("element", list)
                .put("type", PyObject.newObject(PythonClasses.type("NullType"))));
  }
}
