package dev.brine.series;

import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one can select from up to 1.3 (rel_1_3_24, {@code sql/selectable.py}; rel_0_7_10, {@code
 * sql/expression.py}), where a subquery is an alias of a statement.
 */
final class FromReshaping {

  private static final PyGlobal ALIAS = PythonClasses.selectable("Alias");
  private static final PyGlobal SUBQUERY = PythonClasses.selectable("Subquery");
  private static final PyGlobal CTE = PythonClasses.selectable("CTE");
  private static final PyGlobal JOIN = PythonClasses.selectable("Join");
  private static final PyGlobal TABLE_CLAUSE = PythonClasses.selectable("TableClause");
  private static final PyGlobal LATERAL = PythonClasses.selectable("Lateral");
  private static final PyGlobal TABLE_SAMPLE = PythonClasses.selectable("TableSample");
  private static final PyGlobal TABLE_VALUED = PythonClasses.selectable("TableValuedAlias");
  private static final PyGlobal ANONYMOUS = PythonClasses.element("_anonymous_label");
  private static final PyGlobal SELECT = PythonClasses.selectable("Select");
  private static final PyGlobal SCALAR_SELECT = PythonClasses.selectable("ScalarSelect");
  private static final PyGlobal EXISTS = PythonClasses.selectable("Exists");

  private static final String SAMPLING = "sampling";
  private static final String SEED = "seed";
  private static final String ELEMENT = "element";
  private static final String COLUMNS = "_raw_columns";
  private static final String RESTATES = "_restates";

  private static final Set<String> STATEMENTS =
      Set.of(
          SELECT.path(),
          PythonClasses.selectable("CompoundSelect").path(),
          PythonClasses.selectable("TextualSelect").path());

  static final List<ReshapingRule> RULES =
      Stream.of(
              ofNamed(ALIAS),
              ofNamed(CTE),
              ofNamed(LATERAL),
              ofNamed(TABLE_SAMPLE),
              ofNamed(SUBQUERY),
              ofNamed(TABLE_VALUED),
              List.of(wrapped(LATERAL), wrapped(TABLE_SAMPLE)),
              // Up to 1.3 how much to sample was a number as it was given, and so was the seed.
              List.of(
                  ReshapingRule.when(
                      TABLE_SAMPLE,
                      object -> isNumber(object.get(SAMPLING)),
                      object ->
                          object.put(
                              SAMPLING, FunctionReshaping.call("system", object.take(SAMPLING)))),
                  ReshapingRule.when(
                      TABLE_SAMPLE,
                      object -> isNumber(object.get(SEED)),
                      object -> object.put(SEED, Binds.number("param", object.take(SEED))))),
              List.of(
                  ReshapingRule.when(
                      ALIAS,
                      object -> isA(STATEMENTS, bare(object.get(ELEMENT))),
                      object -> object.become(SUBQUERY)),
                  ReshapingRule.when(CTE, FromReshaping::hasManyRestated, FromReshaping::restated),
                  // 0.7 tells an alias of a CTE by the name of that.
                  ReshapingRule.dropped(CTE, "cte_alias"),
                  ReshapingRule.dropped(TABLE_CLAUSE, "_foreign_keys"),
                  ReshapingRule.dropped(TABLE_CLAUSE, "_primary_key"),
                  ReshapingRule.dropped(JOIN, "_foreign_keys"),
                  ReshapingRule.dropped(JOIN, "_primary_key"),
                  ReshapingRule.dropped(JOIN, "_Join__folded_equivalents"),
                  ReshapingRule.when(
                      SCALAR_SELECT, FromReshaping::isLabelled, FromReshaping::unlabelled),
                  ReshapingRule.when(EXISTS, FromReshaping::isInParentheses, FromReshaping::exists),
                  ReshapingRule.dropped(EXISTS, "negate")))
          .flatMap(List::stream)
          .toList();

  private FromReshaping() {}

  /** The innermost element that is no alias, and what followed from it. */
  private static List<ReshapingRule> ofNamed(PyGlobal cls) {
    return List.of(
        ReshapingRule.dropped(cls, "original"),
        ReshapingRule.dropped(cls, "supports_execution"),
        ReshapingRule.dropped(cls, "_execution_options"),
        ReshapingRule.dropped(cls, "_foreign_keys"),
        ReshapingRule.dropped(cls, "_primary_key"));
  }

  /** Since 1.4 the statement has a name of its own, which is not printed. */
  private static ReshapingRule wrapped(PyGlobal cls) {
    return ReshapingRule.when(
        cls,
        object -> isA(STATEMENTS, object.get(ELEMENT)),
        object -> object.put(ELEMENT, subquery(object.take(ELEMENT))));
  }

  private static PyObject subquery(Object statement) {
    // The statement lies nowhere else under this number.
    Object name =
        PyObject.reduce(ANONYMOUS, "%%(%d anon)s".formatted(System.identityHashCode(statement)));
    return PyObject.newObject(SUBQUERY)
        .build(new PyDict().put(ELEMENT, statement).put("name", name));
  }

  private static boolean isNumber(@Nullable Object value) {
    return value instanceof Long || value instanceof Double;
  }

  private static boolean isA(Set<String> classes, @Nullable Object node) {
    return node instanceof PyObject object
        && classes.contains(PythonClasses.canonical(object.className()));
  }

  /** A statement without the annotations that a Query gives to its own. */
  private static @Nullable Object bare(@Nullable Object node) {
    return node instanceof PyObject object
            && PythonClasses.canonical(object.className()).startsWith(PythonClasses.ANNOTATED)
        ? ReshapingRules.reshaped(object).typeArgs().get(0)
        : node;
  }

  private static boolean hasManyRestated(Reshaping object) {
    return object.get(RESTATES) != null && PythonItems.of(object.get(RESTATES)) != null;
  }

  /**
   * Up to 1.3 all the forms a CTE had before each {@code union()}; since then the last of them,
   * which is the one that has restated most itself.
   */
  private static void restated(Reshaping object) {
    List<Object> forms = PythonItems.of(object.take(RESTATES));
    Object last = PyNone.NONE;
    int most = -1;
    for (Object form : forms == null ? List.of() : forms) {
      List<Object> before =
          form instanceof PyObject cte ? PythonItems.of(cte.attribute(RESTATES)) : null;
      int count = before == null ? 0 : before.size();
      if (count > most) {
        last = form;
        most = count;
      }
    }
    object.put(RESTATES, last);
  }

  /** Whether it holds a SELECT of before 1.4, which did not take the labels away from it. */
  private static boolean isLabelled(Reshaping object) {
    return isOldSelect(object.get(ELEMENT));
  }

  private static boolean isOldSelect(@Nullable Object node) {
    return node instanceof PyObject select
        && isA(Set.of(SELECT.path()), node)
        && select.attribute("use_labels") != null
        && select.attribute(LabelStyles.KEY) == null;
  }

  private static void unlabelled(Reshaping object) {
    object.put(ELEMENT, unlabelled(object.take(ELEMENT)));
  }

  private static Object unlabelled(Object node) {
    return isOldSelect(node)
        ? new Reshaping((PyObject) node)
            .put(LabelStyles.KEY, LabelStyles.write(LabelStyle.NONE))
            .done()
        : node;
  }

  private static boolean isInParentheses(Reshaping object) {
    return object.get(ELEMENT) instanceof PyObject element
        && SelectReshaping.statementGrouping(element) != element;
  }

  /** Up to 1.3 the EXISTS of a relationship held a SELECT in parentheses instead of a value. */
  private static void exists(Reshaping object) {
    PyObject grouping = (PyObject) object.take(ELEMENT);
    Object given = grouping.attribute(ELEMENT);
    Object select = bare(given);
    boolean isAnnotated = select != given && isOldSelect(select);
    Object printed = isAnnotated && select instanceof PyObject own ? ofOne(own) : select;
    object.put(ELEMENT, scalar(printed == null ? PyNone.NONE : printed));
  }

  /** What up to 1.3 was taken for a value where it stood for one. */
  static boolean isSelect(Object node) {
    return isA(STATEMENTS, node);
  }

  /** A SELECT as the value that it stands for. */
  static PyObject scalar(Object select) {
    return PyObject.newObject(SCALAR_SELECT).build(new PyDict().put(ELEMENT, unlabelled(select)));
  }

  /**
   * What {@code Query.exists()} annotated, to select nothing but a 1 of it then: 1.2 dumps it as it
   * was before, with the columns of the class in front of the 1 (rel_1_2_19, {@code orm/query.py}).
   */
  private static PyObject ofOne(PyObject select) {
    List<Object> columns =
        PythonItems.ofNode(Objects.requireNonNullElse(select.attribute(COLUMNS), PyNone.NONE));
    boolean endsInOne =
        !columns.isEmpty()
            && columns.get(columns.size() - 1) instanceof PyObject last
            && Boolean.TRUE.equals(last.attribute("is_literal"))
            && "1".equals(Texts.of(Objects.requireNonNullElse(last.attribute("name"), "")));
    return endsInOne
        ? new Reshaping(select)
            .put(COLUMNS, new PyList(columns.subList(columns.size() - 1, columns.size())))
            .done()
        : select;
  }
}
