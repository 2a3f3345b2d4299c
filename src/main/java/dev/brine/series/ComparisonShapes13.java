package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons in 1.3 (rel_1_3_24, {@code sql/default_comparator.py}): the way back of {@link
 * ComparisonReshaping} and {@link TupleReshaping}. A list of values is as many parameters, and a
 * tuple has no parentheses of its own.
 */
final class ComparisonShapes13 {

  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal TUPLE = PythonClasses.element("Tuple");
  private static final PyGlobal NULL = PythonClasses.element("Null");
  private static final PyGlobal NULL_TYPE = PythonClasses.type("NullType");

  private static final PyGlobal ANONYMOUS = PythonClasses.element("_anonymous_label");

  private static final PyGlobal COLLECTION = PythonClasses.element("CollectionAggregate");

  private static final String LEFT = "left";
  private static final String PARAM = "param";
  private static final String OPERATOR = "operator";
  private static final String NEGATE = "negate";
  private static final String RIGHT = "right";
  private static final String TYPE = "type";
  private static final String CLAUSES = "clauses";

  /** The operators of lists, each with the one for a list without values. */
  private static final Map<String, String> MEMBERSHIP =
      Map.of("in_op", "empty_in_op", "not_in_op", "empty_notin_op");

  private static final Set<String> BOTH_EMPTY = Set.of("empty_in_op", "empty_notin_op");

  static final List<SeriesShape> ALL =
      List.of(
          SeriesShape.of(BINARY, ComparisonShapes13::binary),
          SeriesShape.of(TUPLE, ComparisonShapes13::tuple));

  private ComparisonShapes13() {}

  private static void binary(Reshaping object) {
    if (object.get(OPERATOR) instanceof PyGlobal operator
        && MEMBERSHIP.containsKey(operator.name())
        && object.get(RIGHT) instanceof PyObject list
        && isList(list)) {
      in(object, operator.name(), list);
    }
    if (object.get(OPERATOR) instanceof PyGlobal operator
        && MEMBERSHIP.containsKey(operator.name())
        && isTuple(object.get(LEFT))) {
      object.put(RIGHT, ofTuples(object.take(RIGHT)));
    }
    if (object.get(RIGHT) instanceof PyObject all
        && all.className().equals(COLLECTION.path())
        && object.get(LEFT) instanceof PyObject bind
        && Binds.isUnique(bind)) {
      object.put(LEFT, new Reshaping(bind).put("_orig_key", PARAM).done());
    }
    inParentheses(object, LEFT);
    inParentheses(object, RIGHT);
  }

  /** Whether it is the list that a comparison made, and nobody's own expanding parameter. */
  private static boolean isList(PyObject node) {
    return node.className().equals(Binds.BIND.path())
        && Boolean.TRUE.equals(node.attribute("expanding"))
        && Boolean.TRUE.equals(node.attribute("unique"));
  }

  /**
   * 1.4 writes a list with None among its values as 1.3 does, each by itself (rel_1_4_54, {@code
   * sql/coercions.py: InElementImpl}).
   */
  static void inWithNone(Reshaping object) {
    if (object.get(OPERATOR) instanceof PyGlobal operator
        && MEMBERSHIP.containsKey(operator.name())
        && object.get(RIGHT) instanceof PyObject list
        && isList(list)
        && PythonItems.ofNode(Binds.value(list)).contains(PyNone.NONE)) {
      in(object, operator.name(), list);
    }
  }

  private static void in(Reshaping object, String operator, PyObject list) {
    List<Object> values = PythonItems.of(Binds.value(list));
    if (values == null) {
      return;
    }
    List<Object> items = new ArrayList<>();
    values.forEach(value -> items.add(item(value, list, items.size())));
    object.put(RIGHT, grouping(SelectShapes13.commaList(items), nullType()));
    if (items.isEmpty()) {
      String empty = MEMBERSHIP.get(operator);
      object.put(OPERATOR, PythonClasses.operator(String.valueOf(empty)));
      BOTH_EMPTY.stream()
          .filter(other -> !other.equals(empty))
          .forEach(other -> object.put(NEGATE, PythonClasses.operator(other)));
    }
  }

  private static Object item(Object value, PyObject list, int place) {
    if (value == PyNone.NONE) {
      return PyObject.newObject(NULL);
    }
    List<Object> parts = PythonItems.of(value);
    if (parts == null || !isOfTuples(list)) {
      Object key = attribute(list, "_orig_key");
      return Binds.unique(key(list, "_" + place, key), key, value, attribute(list, TYPE));
    }
    List<Object> types = typesOf(list.attribute(TYPE), List.of());
    List<Object> members = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Object type = i < types.size() ? types.get(i) : nullType();
      Object key = key(list, "_%d_%d".formatted(place, i), PARAM);
      members.add(Binds.unique(key, PARAM, parts.get(i), type));
    }
    return grouping(tupleOf(members), members.isEmpty() ? nullType() : typeOf(members.get(0)));
  }

  /** The made-up name of the list, with a place in it. */
  private static Object key(PyObject list, String place, Object name) {
    Object template =
        list.attribute("key") instanceof PyObject made && !made.args().isEmpty()
            ? made.args().get(0)
            : "%(0 param)s";
    String token = template.toString().replaceFirst("^%\\((\\S*) .*$", "$1");
    return PyObject.reduce(
        ANONYMOUS, "%%(%s%s %s)s".formatted(token, place, Texts.of(name)), PyNone.NONE);
  }

  private static boolean isOfTuples(PyObject list) {
    return list.attribute(TYPE) instanceof PyObject type && type.className().endsWith(".TupleType");
  }

  private static PyObject tupleOf(List<Object> members) {
    PyObject list = SelectShapes13.commaList(members);
    return PyObject.newObject(TUPLE).build(list.stateDict());
  }

  private static Object attribute(PyObject object, String key) {
    Object value = object.attribute(key);
    return value == null ? PyNone.NONE : value;
  }

  /** 1.3 puts a tuple in parentheses where it is compared, or one of a list. */
  private static void inParentheses(Reshaping object, String side) {
    object.put(side, inParentheses(object.take(side)));
  }

  private static boolean isTuple(@Nullable Object node) {
    return node instanceof PyObject tuple && tuple.className().equals(TUPLE.path());
  }

  /** The list in parentheses with the mark that SQLite asks for. */
  private static Object ofTuples(Object node) {
    if (node instanceof PyObject parentheses
        && parentheses.className().equals(GROUPING.path())
        && parentheses.attribute("element") instanceof PyObject list
        && list.className().equals(LIST.path())) {
      PyDict state = new PyDict();
      list.stateDict().forEach(state::put);
      PyObject marked = PyObject.newObject(LIST).build(state.put("_tuple_values", true));
      return grouping(marked, typeOf(parentheses));
    }
    return node;
  }

  /** The node itself if it is no tuple. */
  static Object inParentheses(Object node) {
    return isTuple(node) ? grouping((PyObject) node, firstType((PyObject) node)) : node;
  }

  /** It has the type of its first member. */
  private static void tuple(Reshaping object) {
    List<Object> members = PythonItems.ofNode(object.take(CLAUSES));
    List<Object> types = typesOf(object.get(TYPE), members);
    object
        .put(CLAUSES, new PyList(members))
        .put("_type_tuple", new PyList(types))
        .put(TYPE, types.isEmpty() ? nullType() : types.get(0))
        .put("group", true)
        .put("group_contents", true)
        .put("_tuple_values", false);
  }

  private static Object firstType(PyObject tuple) {
    List<Object> types =
        typesOf(tuple.attribute(TYPE), PythonItems.ofNode(attribute(tuple, CLAUSES)));
    return types.isEmpty() ? nullType() : types.get(0);
  }

  /** Those that the type of the tuple has, or else those of its members. */
  private static List<Object> typesOf(@Nullable Object type, List<Object> members) {
    Object types = type instanceof PyObject object ? object.attribute("types") : null;
    return types == null
        ? members.stream().map(ComparisonShapes13::typeOf).toList()
        : PythonItems.ofNode(types);
  }

  private static Object typeOf(@Nullable Object element) {
    Object type = element instanceof PyObject object ? object.attribute(TYPE) : null;
    return type == null ? nullType() : type;
  }

  private static PyObject grouping(PyObject element, Object type) {
    return PyObject.newObject(GROUPING).build(new PyDict().put("element", element).put(TYPE, type));
  }

  private static PyObject nullType() {
    return PyObject.newObject(NULL_TYPE);
  }
}
