package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tuples up to 1.3, which had the type of their first member and no parentheses of their own
 * (rel_1_3_24, {@code sql/elements.py: Tuple}).
 */
final class TupleReshaping {

  private static final PyGlobal TUPLE = PythonClasses.element("Tuple");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final PyGlobal TUPLE_TYPE = PythonClasses.type("TupleType");
  private static final PyGlobal NULL_TYPE = PythonClasses.type("NullType");
  private static final String ELEMENT = "element";

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.when(
              GROUPING,
              object -> isTuple(object.get(ELEMENT)),
              object -> {
                PyObject tuple = (PyObject) object.take(ELEMENT);
                Object members = tuple.attribute("clauses");
                object
                    .become(TUPLE)
                    .put("operator", PythonClasses.operator("comma_op"))
                    .put("clauses", members == null ? PyList.of() : members)
                    .put("type", PyObject.newObject(TUPLE_TYPE));
              }));

  private TupleReshaping() {}

  private static boolean isTuple(@Nullable Object node) {
    return node instanceof PyObject tuple
        && PythonClasses.canonical(tuple.className()).equals(TUPLE.path())
        && !(tuple.attribute("type") instanceof PyObject type
            && type.className().equals(TUPLE_TYPE.path()));
  }

  /** The parameters in a tuple of values, in parentheses or not; null of anything else. */
  static @Nullable List<PyObject> binds(Object node) {
    List<Object> members = members(node);
    return members == null || !members.stream().allMatch(Binds::isUnique)
        ? null
        : members.stream().map(PyObject.class::cast).toList();
  }

  /** What is in a tuple, in parentheses or not; null of anything else. */
  private static @Nullable List<Object> members(Object node) {
    Object element =
        node instanceof PyObject grouping
                && PythonClasses.canonical(grouping.className()).equals(GROUPING.path())
            ? grouping.attribute(ELEMENT)
            : node;
    return element instanceof PyObject tuple && isTuple(tuple)
        ? PythonItems.of(tuple.attribute("clauses"))
        : null;
  }

  /** The type that 1.4 gives a tuple; null of anything else. */
  static @Nullable PyObject typeOf(Object node) {
    List<Object> members = members(node);
    return members == null ? null : type(members);
  }

  /** One row of values. */
  static PyTuple values(List<PyObject> binds) {
    return PyTuple.of(binds.stream().map(Binds::value).toList());
  }

  /** The type of a tuple of such members: a table's column, which is known by name, has none. */
  static PyObject type(List<?> members) {
    List<Object> types = new ArrayList<>();
    for (Object member : members) {
      Object type = member instanceof PyObject element ? element.attribute("type") : null;
      types.add(type == null ? PyObject.newObject(NULL_TYPE) : type);
    }
    return PyObject.newObject(TUPLE_TYPE)
        .build(new PyDict().put("_fully_typed", true).put("types", new PyList(types)));
  }
}
