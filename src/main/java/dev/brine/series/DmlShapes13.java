package dev.brine.series;

import dev.brine.expr.InsertFlavour;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * INSERT, UPDATE and DELETE in 1.3 (rel_1_3_24, {@code sql/dml.py}): the way back of {@link
 * DmlReshaping}.
 */
final class DmlShapes13 {

  private static final PyGlobal UPDATE = PythonClasses.dml(InsertFlavour.STANDARD, "Update");
  private static final PyGlobal DELETE = PythonClasses.dml(InsertFlavour.STANDARD, "Delete");
  private static final PyGlobal DO_UPDATE =
      PythonClasses.dml(InsertFlavour.POSTGRESQL, "OnConflictDoUpdate");
  private static final PyGlobal DUPLICATE =
      PythonClasses.dml(InsertFlavour.MYSQL, "OnDuplicateClause");
  private static final PyGlobal NULL = PythonClasses.element("Null");

  private static final String PARAMETERS = "parameters";
  private static final String HAS_MANY = "_has_multi_parameters";
  private static final String SELECT_NAMES = "select_names";
  private static final String RETURN_DEFAULTS = "_return_defaults";
  private static final String UPDATE_SET = "update_values_to_set";
  private static final String DUPLICATE_SET = "update";

  static final List<SeriesShape> ALL =
      Stream.of(
              Stream.of(InsertFlavour.STANDARD, InsertFlavour.POSTGRESQL, InsertFlavour.MYSQL)
                  .map(flavour -> PythonClasses.dml(flavour, "Insert"))
                  .map(cls -> SeriesShape.of(cls, DmlShapes13::insert)),
              Stream.of(
                  SeriesShape.of(UPDATE, DmlShapes13::update),
                  SeriesShape.of(DELETE, DmlShapes13::delete),
                  SeriesShape.of(DO_UPDATE, DmlShapes13::doUpdate),
                  SeriesShape.of(DUPLICATE, DmlShapes13::duplicate)))
          .flatMap(shapes -> shapes)
          .toList();

  private DmlShapes13() {}

  /** Of all three; where it lies in what was not understood it is 1.3's own. */
  private static boolean isOwn(Reshaping object) {
    return object.has(PARAMETERS) || object.has("_whereclause");
  }

  private static void insert(Reshaping object) {
    if (isOwn(object)) {
      return;
    }
    Object select = object.take("select");
    Object names = object.take("_select_names");
    Object includes = object.take("include_insert_from_select_defaults");
    object
        .put("select", select)
        .put(SELECT_NAMES, names)
        .put("include_insert_from_select_defaults", Boolean.TRUE.equals(includes));
    Object rows = object.take("_multi_values");
    Object values = object.take("_values");
    if (names != PyNone.NONE) {
      object.put(PARAMETERS, nulls(PythonItems.ofNode(names))).put(HAS_MANY, false);
    } else if (rows != PyNone.NONE) {
      object.put(PARAMETERS, rows(rows)).put(HAS_MANY, true);
    } else {
      object.put(PARAMETERS, single(values)).put(HAS_MANY, false);
    }
    object.put("inline", Boolean.TRUE.equals(object.take("_inline")));
    // It lies in the clause of ON DUPLICATE KEY too.
    object.take("inserted_alias");
    common(object);
  }

  private static void update(Reshaping object) {
    if (isOwn(object)) {
      return;
    }
    SelectShapes13.condition(object, "_where_criteria", "_whereclause");
    Object ordered = object.take("_ordered_values");
    Object values = object.take("_values");
    boolean isOrdered = ordered != PyNone.NONE;
    object
        .put("_preserve_parameter_order", isOrdered)
        .put(PARAMETERS, isOrdered ? ofPairs(ordered) : single(values))
        .put(HAS_MANY, false)
        .put("inline", false);
    if (isOrdered) {
      List<Object> order = new ArrayList<>();
      PythonItems.ofNode(ordered).forEach(pair -> order.add(PythonItems.ofNode(pair).get(0)));
      object.put("_parameter_ordering", new PyList(order));
    }
    common(object);
  }

  private static void delete(Reshaping object) {
    if (isOwn(object)) {
      return;
    }
    SelectShapes13.condition(object, "_where_criteria", "_whereclause");
    common(object);
  }

  /** The columns to return stand in place of the flag. */
  private static void common(Reshaping object) {
    OrmShapes13.NOTES.forEach(object::take);
    SelectShapes13.affixes(object);
    Object columns = object.take("_return_defaults_columns");
    boolean returns = Boolean.TRUE.equals(object.take(RETURN_DEFAULTS));
    Object returning = object.take("_returning");
    object
        .put("_bind", PyNone.NONE)
        .put("_returning", returning)
        .put(RETURN_DEFAULTS, returns && columns != PyNone.NONE ? columns : (Object) returns);
  }

  /** An INSERT from a SELECT sets each of its columns to NULL, which is not printed. */
  private static PyDict nulls(List<Object> names) {
    PyDict nulls = new PyDict();
    names.forEach(name -> nulls.put(name, PyObject.newObject(NULL)));
    return nulls;
  }

  private static PyList rows(Object calls) {
    List<Object> rows = new ArrayList<>();
    PythonItems.ofNode(calls).forEach(call -> rows.addAll(PythonItems.ofNode(call)));
    return new PyList(rows);
  }

  private static Object single(Object values) {
    if (!(values instanceof PyObject dict)) {
      return PyNone.NONE;
    }
    return plain(Dicts.of(dict));
  }

  private static PyDict plain(PyDict values) {
    PyDict plain = new PyDict();
    values.forEach((column, value) -> plain.put(column, plain(value)));
    return plain;
  }

  private static PyDict ofPairs(Object pairs) {
    PyDict values = new PyDict();
    for (Object pair : PythonItems.ofNode(pairs)) {
      List<Object> parts = PythonItems.ofNode(pair);
      values.put(parts.get(0), plain(parts.get(1)));
    }
    return values;
  }

  /** The value as it was given, where 1.4 made a parameter of it. */
  private static Object plain(Object value) {
    return Binds.isAssigned(value) ? Binds.value((PyObject) value) : value;
  }

  private static void doUpdate(Reshaping object) {
    List<Object> pairs = new ArrayList<>();
    for (Object pair : PythonItems.ofNode(object.take(UPDATE_SET))) {
      List<Object> parts = PythonItems.ofNode(pair);
      pairs.add(PyTuple.of(parts.get(0), plain(parts.get(1))));
    }
    object.put(UPDATE_SET, new PyList(pairs));
  }

  private static void duplicate(Reshaping object) {
    if (object.take(DUPLICATE_SET) instanceof PyDict set) {
      object.put(DUPLICATE_SET, plain(set));
    }
  }
}
