package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one can select from in 1.3 (rel_1_3_24, {@code sql/selectable.py}): the way back of {@link
 * FromReshaping}.
 */
final class FromShapes13 {

  private static final PyGlobal ALIAS = PythonClasses.selectable("Alias");
  private static final PyGlobal SUBQUERY = PythonClasses.selectable("Subquery");
  private static final PyGlobal TABLE_VALUED = PythonClasses.selectable("TableValuedAlias");
  private static final PyGlobal CTE = PythonClasses.selectable("CTE");
  private static final PyGlobal LATERAL = PythonClasses.selectable("Lateral");
  private static final PyGlobal TABLE_SAMPLE = PythonClasses.selectable("TableSample");

  private static final String ELEMENT = "element";
  private static final String ORIGINAL = "original";
  private static final String RESTATES = "_restates";

  /** The classes whose objects are something under another name. */
  private static final Set<String> NAMED =
      Set.of(
          ALIAS.path(),
          SUBQUERY.path(),
          TABLE_VALUED.path(),
          CTE.path(),
          LATERAL.path(),
          TABLE_SAMPLE.path());

  /** What of a TableValuedAlias is no more than its name; all else was refused before. */
  private static final List<String> OF_TABLE_VALUED = List.of("joins_implicitly", "_tableval_type");

  static final List<SeriesShape> ALL =
      List.of(
          SeriesShape.of(ALIAS, FromShapes13::named),
          SeriesShape.of(SUBQUERY, object -> named(object.become(ALIAS))),
          SeriesShape.of(TABLE_VALUED, FromShapes13::tableValued),
          SeriesShape.of(CTE, FromShapes13::cte),
          SeriesShape.of(LATERAL, FromShapes13::ofStatement),
          SeriesShape.of(TABLE_SAMPLE, FromShapes13::ofStatement),
          new SeriesShape(Calls.GETITEM.path(), FromShapes13::column));

  private FromShapes13() {}

  /** 1.3 asks each for what is under all its names. */
  private static void named(Reshaping object) {
    Object original = object.get(ELEMENT);
    while (original instanceof PyObject inner && NAMED.contains(inner.className())) {
      original = inner.attribute(ELEMENT);
    }
    object
        .put(ORIGINAL, original == null ? PyNone.NONE : original)
        .put("supports_execution", original instanceof PyObject)
        .put("_execution_options", Dicts.immutable(new PyDict()));
  }

  private static void tableValued(Reshaping object) {
    OF_TABLE_VALUED.forEach(object::take);
    named(object.become(ALIAS));
  }

  /** The statement itself lies where 1.4 put a subquery of it. */
  private static void ofStatement(Reshaping object) {
    if (object.get(ELEMENT) instanceof PyObject inner
        && inner.className().equals(SUBQUERY.path())) {
      Object statement = inner.attribute(ELEMENT);
      object.put(ELEMENT, statement == null ? PyNone.NONE : statement);
    }
    named(object);
  }

  /** All the forms that it had before each {@code union()}, where 1.4 keeps the last of them. */
  private static void cte(Reshaping object) {
    if (object.has(ORIGINAL)) {
      return; // It lies in what was not understood, and is 1.3's own.
    }
    object.take("nesting");
    List<Object> forms = new ArrayList<>();
    Object form = object.take(RESTATES);
    while (form instanceof PyObject restated) {
      forms.add(restated);
      form = restated.attribute(RESTATES);
    }
    object.put(RESTATES, PyFrozenSet.of(forms.toArray()));
    SelectShapes13.affixes(object);
    named(object);
  }

  /** The columns of 1.3 are found by name alone: by place only in a list of them. */
  private static PyObject column(PyObject call) {
    List<Object> arguments = call.args().asList();
    return arguments.size() == 2 && arguments.get(1) instanceof Long place
        ? PyObject.reduce(Calls.GETITEM, PyObject.reduce(Calls.LIST, arguments.get(0)), place)
        : call;
  }
}
