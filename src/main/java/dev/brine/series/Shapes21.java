package dev.brine.series;

import dev.brine.expr.InsertFlavour;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.TypeName;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What 2.1 writes otherwise than 2.0 (rel_2_1_0b3). */
final class Shapes21 {

  private static final PyGlobal UPDATE = PythonClasses.dml(InsertFlavour.STANDARD, "Update");

  private static final PyGlobal ON_DUPLICATE =
      PythonClasses.dml(InsertFlavour.MYSQL, "OnDuplicateClause");

  private static final PyGlobal OPERATOR_CLASS = PythonClasses.operator("OperatorClass");

  private static final PyGlobal PORTABLE_METHOD =
      new PyGlobal("sqlalchemy.util.langhelpers", "portable_instancemethod");

  private static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");

  /** {@code OperatorClass.BASE}, which every type has: what {@code op()} gives an operator. */
  private static final long BASE = 2;

  private static final String SET = "update_values_to_set";

  static final List<SeriesShape> ALL =
      Stream.of(
              Stream.of(
                  new SeriesShape(PythonClasses.CUSTOM_OPERATOR.path(), Shapes21::operator),
                  new SeriesShape(PORTABLE_METHOD.path(), Shapes21::method),
                  SeriesShape.of(UPDATE, Shapes21::orderedValues),
                  SeriesShape.of(ON_DUPLICATE, Shapes21::duplicateKeyUpdate)),
              Stream.of(InsertFlavour.POSTGRESQL, InsertFlavour.SQLITE)
                  .map(flavour -> PythonClasses.dml(flavour, "OnConflictDoUpdate"))
                  .map(cls -> SeriesShape.of(cls, Shapes21::conflictUpdate)),
              SeriesShape.ofTypes(TypeName.FLOAT_, type -> type.putIfAbsent("scale", PyNone.NONE)),
              SeriesShape.ofTypes(TypeName.ENUM, type -> type.putIfAbsent("create_type", true)))
          .flatMap(shapes -> shapes)
          .toList();

  private Shapes21() {}

  /** An object with slots, of which two are new. */
  private static PyObject operator(PyObject object) {
    PyDict slots = new PyDict();
    object.slotState().forEach(slots::put);
    slots
        .put("operator_class", PyObject.reduce(OPERATOR_CLASS, BASE))
        .put("visit_name", isItemOfHstore(slots) ? "hstore_getitem" : PyNone.NONE);
    return PyObject.newObject(object.type()).build(PyTuple.of(PyNone.NONE, slots));
  }

  /**
   * A method of an object, which Python 3 pickles itself ({@code sql/ddl.py: AddConstraint}); with
   * arguments of its own it stays what 2.1 has not.
   */
  private static Object method(PyObject method) {
    List<Object> arguments = PythonItems.of(method.attribute("kwargs"));
    return arguments != null && arguments.isEmpty()
        ? PyObject.reduce(GETATTR, part(method, "target"), part(method, "name"))
        : method;
  }

  private static Object part(PyObject method, String name) {
    return Objects.requireNonNull(method.attribute(name), name);
  }

  /** As {@code hstore["key"]} has it, and no operator that a user made of the same word. */
  private static boolean isItemOfHstore(PyDict slots) {
    return "->".equals(slots.get("opstring"))
        && Boolean.TRUE.equals(slots.get("natural_self_precedent"))
        && Boolean.TRUE.equals(slots.get("eager_grouping"));
  }

  /** The values keep their order themselves, and are told to. */
  static void keepOrder(Reshaping object) {
    if (object.get(DmlReshaping.ORDERED_VALUES) instanceof PyList pairs) {
      PyDict values = new PyDict();
      pairs.forEach(pair -> values.put(((PyTuple) pair).get(0), ((PyTuple) pair).get(1)));
      object
          .put(DmlReshaping.VALUES, Dicts.immutable(values))
          .put(DmlReshaping.MAINTAINS_ORDER, true);
    }
  }

  private static void orderedValues(Reshaping object) {
    keepOrder(object);
    object.take(DmlReshaping.ORDERED_VALUES);
  }

  /**
   * No value stands for itself any more; and a statement with a list of pairs compiles, but cannot
   * be run, for want of a key in the cache ({@code dialects/…/dml.py}, {@code sql/cache_key.py}).
   */
  static void conflictUpdate(Reshaping object) {
    if (object.get(SET) instanceof PyList pairs) {
      PyDict changed = new PyDict();
      pairs.forEach(
          pair -> changed.put(((PyTuple) pair).get(0), Binds.element(((PyTuple) pair).get(1))));
      object.put(SET, changed);
    }
  }

  static void duplicateKeyUpdate(Reshaping object) {
    if (object.get("update") instanceof PyDict set) {
      PyDict changed = new PyDict();
      set.forEach((column, value) -> changed.put(column, Binds.element(value)));
      object.put("update", changed);
    }
  }
}
