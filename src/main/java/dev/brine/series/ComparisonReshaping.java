package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Column;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import dev.brine.shape.Wrappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons up to 1.4 (rel_1_3_24, {@code sql/default_comparator.py}; rel_0_7_10, {@code
 * sql/expression.py: _CompareMixin}; rel_1_4_0, {@code sql/default_comparator.py}).
 */
final class ComparisonReshaping {

  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal NULL = PythonClasses.element("Null");
  private static final PyGlobal LABEL = PythonClasses.element("Label");
  private static final PyGlobal COLLATION = PythonClasses.element("CollationClause");
  private static final PyGlobal IN = PythonClasses.operator("in_op");
  private static final PyGlobal NOT_IN = PythonClasses.operator("not_in_op");

  private static final String PARAM = "param";
  private static final String OPERATOR = "operator";
  private static final String RIGHT = "right";
  private static final String TYPE = "type";
  private static final String NEGATE = "negate";
  private static final String MODIFIERS = "modifiers";

  private static final SeriesRange ONLY_1_4 = new SeriesRange(Series.V1_4, Series.V1_4);

  /** 1.2 and 1.3 have operators of their own for a list without values. */
  private static final Map<String, PyGlobal> MEMBERSHIP =
      Map.of(
          "in_op", IN,
          "empty_in_op", IN,
          "notin_op", NOT_IN,
          "not_in_op", NOT_IN,
          "empty_notin_op", NOT_IN);

  private static final Set<String> REGEXPS =
      Set.of("regexp_match_op", "not_regexp_match_op", "regexp_replace_op");

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.when(BINARY, ComparisonReshaping::isInValues, ComparisonReshaping::in)
              .of(MEMBERSHIP.keySet()),
          ReshapingRule.when(BINARY, ComparisonReshaping::isInRows, ComparisonReshaping::inRows)
              .of(MEMBERSHIP.keySet()),
          ReshapingRule.when(
                  BINARY, ComparisonReshaping::lacksOperator, ComparisonReshaping::expand)
              .of(MEMBERSHIP.keySet()),
          ReshapingRule.when(BINARY, ComparisonReshaping::isCollated, ComparisonReshaping::collate)
              .of(Set.of("collate")),
          ReshapingRule.when(BINARY, ComparisonReshaping::hasFlags, ComparisonReshaping::flags)
              .of(REGEXPS),
          ReshapingRule.when(
                  BINARY, ComparisonReshaping::isReplacement, ComparisonReshaping::replace)
              .of(Set.of("regexp_replace_op")));

  private ComparisonReshaping() {}

  /** A list of plain values, which 1.4 keeps as the value of one parameter. */
  private static boolean isInValues(Reshaping object) {
    List<Object> items = items(object.get(RIGHT));
    return items != null
        && ((items.stream().allMatch(ComparisonReshaping::isValue)
                && !hasLiteral(object.get("left"), items))
            || (isOf14(object) && areValues(items)));
  }

  /**
   * A value is called as what it is compared with, what {@code literal()} made is not (rel_1_3_24,
   * {@code sql/elements.py: ColumnClause._bind_param()}); beside one of these all are expressions.
   * Compared with what has no name both are called alike, and the type tells them apart.
   */
  private static boolean hasLiteral(@Nullable Object left, List<Object> items) {
    Object name = nameOf(left);
    boolean isNamed = name != PyNone.NONE && !PARAM.equals(Texts.of(name));
    return items.stream()
        .filter(Binds::isUnique)
        .map(PyObject.class::cast)
        .anyMatch(bind -> isNamed ? isCalledParam(bind) : hasTypeOfItsOwn(bind, left));
  }

  private static boolean isCalledParam(PyObject bind) {
    Object key = bind.attribute("_orig_key");
    return key != null && PARAM.equals(Texts.of(key));
  }

  /**
   * A value takes the very type of what it is compared with, if it is of that kind (rel_1_3_24,
   * {@code sql/type_api.py: TypeEngine.coerce_compared_value()}); {@code literal()} does not.
   */
  private static boolean hasTypeOfItsOwn(PyObject bind, @Nullable Object left) {
    return left instanceof PyObject element
        && element.attribute(TYPE) instanceof PyObject compared
        && bind.attribute(TYPE) instanceof PyObject own
        && own != compared
        && own.className().equals(compared.className())
        && !own.className().endsWith(".NullType");
  }

  /** Whether the dict that every comparison since 1.4 holds is of a class that only 1.4 has. */
  private static boolean isOf14(Reshaping object) {
    SeriesEvidence evidence = new SeriesEvidence();
    if (object.get("_propagate_attrs") instanceof PyObject dict) {
      evidence.add(dict.type());
    }
    return evidence.found().equals(ONLY_1_4);
  }

  /** What 1.4 made of values with None among them: the others it named alike. */
  private static boolean areValues(List<Object> items) {
    return items.stream().anyMatch(item -> isA(NULL, item))
        && items.stream().allMatch(item -> isA(NULL, item) || Binds.isUnique(item))
        && items.stream()
                .filter(Binds::isUnique)
                .map(bind -> ((PyObject) bind).attribute("_orig_key"))
                .distinct()
                .count()
            <= 1;
  }

  /** The items of a list in parentheses; null of anything else. */
  private static @Nullable List<Object> items(@Nullable Object node) {
    return Wrappers.innermost(node, ComparisonReshaping::grouped) instanceof PyObject object
            && isA(LIST, object)
        ? PythonItems.of(object.attribute("clauses"))
        : null;
  }

  private static @Nullable Object grouped(@Nullable Object node) {
    return node instanceof PyObject object && isA(GROUPING, object)
        ? object.attribute("element")
        : null;
  }

  private static boolean isA(PyGlobal cls, @Nullable Object node) {
    return node instanceof PyObject object
        && PythonClasses.canonical(object.className()).equals(cls.path());
  }

  /**
   * Since 1.4 a list holds a parameter only where somebody made one, and since 2.0.44 a NULL only
   * where {@code null()} was given beside other expressions.
   */
  private static boolean isValue(Object item) {
    return isA(NULL, item)
        || (Binds.isUnique(item) && ((PyObject) item).attribute("literal_execute") == null);
  }

  private static void in(Reshaping object) {
    PyGlobal operator = MEMBERSHIP.get(object.operator());
    List<Object> items = items(object.take(RIGHT));
    if (operator == null || items == null) {
      throw new AssertionError("asked for before");
    }
    List<Object> values = new ArrayList<>();
    items.forEach(item -> values.add(isA(NULL, item) ? PyNone.NONE : Binds.value((PyObject) item)));
    PyObject first =
        items.stream().filter(Binds::isUnique).map(PyObject.class::cast).findFirst().orElse(null);
    Object left = object.get("left");
    Object key = first == null ? nameOf(left) : EarlyNamesReshaping.nameOf(left, first);
    Object type = first == null ? typeOfNothing(left) : first.attribute(TYPE);
    put(object, operator, Binds.expanding(key == null ? PyNone.NONE : key, values, type, operator));
  }

  /**
   * No list tells what it would hold: it is what it is compared with. Of a tuple this says how many
   * columns the empty set has.
   */
  private static @Nullable Object typeOfNothing(@Nullable Object left) {
    if (!(left instanceof PyObject element)) {
      return null;
    }
    PyObject tuple = TupleReshaping.typeOf(element);
    return tuple == null ? element.attribute(TYPE) : tuple;
  }

  private static boolean isInRows(Reshaping object) {
    List<Object> items = items(object.get(RIGHT));
    return items != null
        && !items.isEmpty()
        && items.stream().allMatch(item -> TupleReshaping.binds(item) != null);
  }

  private static void inRows(Reshaping object) {
    PyGlobal operator = MEMBERSHIP.get(object.operator());
    List<Object> items = items(object.take(RIGHT));
    if (operator == null || items == null) {
      throw new AssertionError("asked for before");
    }
    List<List<PyObject>> rows =
        items.stream().map(TupleReshaping::binds).map(Objects::requireNonNull).toList();
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(TupleReshaping.values(row)));
    put(
        object,
        operator,
        Binds.expanding(PARAM, values, TupleReshaping.type(rows.get(0)), operator));
  }

  /** The first releases of 1.4 do not tell a list for which operator it is. */
  private static boolean lacksOperator(Reshaping object) {
    return object.get(RIGHT) instanceof PyObject bind
        && isA(Binds.BIND, bind)
        && Boolean.TRUE.equals(bind.attribute("expanding"))
        && Boolean.TRUE.equals(bind.attribute("unique"))
        && bind.attribute("expand_op") == null;
  }

  private static void expand(Reshaping object) {
    PyGlobal operator = Objects.requireNonNull(MEMBERSHIP.get(object.operator()));
    PyObject bind = (PyObject) object.take(RIGHT);
    object.put(RIGHT, new Reshaping(bind).put("expand_op", operator).done());
  }

  private static void put(Reshaping object, PyGlobal operator, PyObject list) {
    object.put(OPERATOR, operator).put(NEGATE, operator.equals(IN) ? NOT_IN : IN).put(RIGHT, list);
  }

  /** The name that a parameter compared with an element gets. */
  private static Object nameOf(@Nullable Object left) {
    if (left instanceof Column column) {
      return column.key();
    }
    if (!(left instanceof PyObject element)) {
      return PyNone.NONE;
    }
    if (Calls.isLookUp(element)) {
      return element.args().get(1);
    }
    // A function gives its own name, which one that SQLAlchemy knows has of its class.
    if (element.attribute("clause_expr") != null) {
      String name = element.className().substring(element.className().lastIndexOf('.') + 1);
      return Objects.requireNonNullElse(element.attribute("name"), name);
    }
    // Others that have a name give none (rel_2_0_58, elements.py: ColumnElement._bind_param()).
    boolean isNamedForItself = isA(Binds.BIND, element) || isA(LABEL, element);
    return isNamedForItself
        ? PyNone.NONE
        : Objects.requireNonNullElse(element.attribute("key"), PyNone.NONE);
  }

  /** Up to 1.1 the name of a collation was a piece of SQL. */
  private static boolean isCollated(Reshaping object) {
    return isA(PythonClasses.element("TextClause"), object.get(RIGHT));
  }

  private static void collate(Reshaping object) {
    Object name = ((PyObject) object.take(RIGHT)).attribute("text");
    object.put(
        RIGHT,
        PyObject.newObject(COLLATION)
            .build(new PyDict().put("collation", name == null ? PyNone.NONE : name)));
  }

  /** Until 1.4.45 and 2.0.10 the flags of a regular expression were a parameter. */
  private static boolean hasFlags(Reshaping object) {
    PyDict modifiers = modifiers(object);
    return modifiers != null
        && (isA(Binds.BIND, modifiers.get("flags")) || modifiers.get("replacement") != null);
  }

  private static @Nullable PyDict modifiers(Reshaping object) {
    Object modifiers = object.get(MODIFIERS);
    if (modifiers instanceof PyObject dict && Dicts.isImmutable(dict)) {
      return Dicts.of(dict);
    }
    return modifiers instanceof PyDict dict ? dict : null;
  }

  private static void flags(Reshaping object) {
    PyDict given = modifiers(object);
    PyDict plain = new PyDict();
    if (given != null) {
      given.forEach(
          (key, value) -> {
            boolean isReplacement = Texts.of(key).equals("replacement");
            if (isReplacement) {
              object.put(RIGHT, patternAndReplacement(object.take(RIGHT), value));
            } else {
              plain.put(key, isA(Binds.BIND, value) ? Binds.value((PyObject) value) : value);
            }
          });
    }
    object.put(MODIFIERS, plain);
  }

  /** In 1.4 the pattern and its replacement stood in a list like any other. */
  private static boolean isReplacement(Reshaping object) {
    return isA(LIST, object.get(RIGHT));
  }

  private static void replace(Reshaping object) {
    List<Object> both = PythonItems.of(((PyObject) object.take(RIGHT)).attribute("clauses"));
    if (both == null || both.size() != 2) {
      throw new NotUnderstood("state key '" + RIGHT + "'");
    }
    object.put(RIGHT, patternAndReplacement(both.get(0), both.get(1)));
  }

  static PyObject patternAndReplacement(Object pattern, Object replacement) {
    return PyObject.newObject(PythonClasses.element("ExpressionClauseList"))
        .build(
            new PyDict()
                .put(OPERATOR, PythonClasses.operator("comma_op"))
                .put("group", false)
                .put("clauses", PyTuple.of(pattern, replacement)));
  }
}
