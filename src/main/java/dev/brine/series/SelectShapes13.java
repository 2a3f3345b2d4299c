package dev.brine.series;

import dev.brine.expr.Affix;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Symbols;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * SELECT and its combinations in 1.3 (rel_1_3_24, {@code sql/selectable.py}): the way back of
 * {@link SelectReshaping}.
 */
final class SelectShapes13 {

  private static final PyGlobal SELECT = PythonClasses.selectable("Select");
  private static final PyGlobal COMPOUND = PythonClasses.selectable("CompoundSelect");
  private static final PyGlobal KEYWORD = PythonClasses.selectable("_CompoundSelectKeyword");
  private static final PyGlobal LIST = PythonClasses.element("ClauseList");

  private static final PyGlobal ORDERED_SET =
      new PyGlobal("sqlalchemy.util._collections", "OrderedSet");

  private static final String FROM = "_from_obj";
  private static final String DISTINCT = "_distinct";
  private static final String DISTINCT_ON = "_distinct_on";
  private static final String CORRELATES = "_auto_correlate";

  /** The number of {@code LABEL_STYLE_TABLENAME_PLUS_COL}. */
  private static final long WITH_TABLE_NAMES = 1;

  static final List<SeriesShape> ALL =
      List.of(
          new SeriesShape(SELECT.path(), SelectShapes13::select),
          SeriesShape.of(COMPOUND, SelectShapes13::compound),
          new SeriesShape(KEYWORD.path(), word -> Symbols.write(word.typeArgs().get(0))));

  private SelectShapes13() {}

  private static Object select(PyObject select) {
    Reshaping object = new Reshaping(select);
    if (!object.has(LabelStyles.KEY)) {
      return select; // It lies in what was not understood, and is 1.3's own.
    }
    if (OrmShapes13.isOfOrm(object)) {
      return QueryShapes13.statement(object);
    }
    core(object);
    return object.done();
  }

  private static void core(Reshaping object) {
    OrmShapes13.NOTES.forEach(object::take);
    RepeatedConstants.setApart(object);
    condition(object, "_where_criteria", "_whereclause");
    condition(object, "_having_criteria", "_having");
    tail(object);
    object.put(FROM, orderedSet(object.take(FROM)));
    Object distinctOn = object.take(DISTINCT_ON);
    if (distinctOn != PyNone.NONE) {
      object.put(DISTINCT, new PyList(PythonItems.ofNode(distinctOn)));
    }
    affixes(object);
    if (!object.has(CORRELATES)) {
      object.put(CORRELATES, true);
    }
  }

  private static void compound(Reshaping object) {
    if (object.has(LabelStyles.KEY)) {
      OrmShapes13.NOTES.forEach(object::take);
      tail(object);
      object.put(CORRELATES, false);
    }
  }

  /** The only condition there is: several were made one before. */
  static void condition(Reshaping object, String from, String to) {
    List<Object> conditions = PythonItems.ofNode(object.take(from));
    if (conditions.size() > 1) {
      // What a statement is made of has one; this lies in what is carried as it was read.
      throw new NotUnderstood("more than one condition under '%s'".formatted(from));
    }
    object.put(to, conditions.isEmpty() ? PyNone.NONE : conditions.get(0));
  }

  /** A prefix or suffix for all dialects is one for none in particular. */
  static void affixes(Reshaping object) {
    for (String key : List.of("_prefixes", "_suffixes")) {
      if (object.get(key) != null) {
        List<Object> affixes = PythonItems.ofNode(object.take(key));
        object.put(key, PyTuple.of(affixes.stream().map(SelectShapes13::affix).toList()));
      }
    }
  }

  private static Object affix(Object node) {
    List<Object> parts = PythonItems.ofNode(node);
    return parts.size() == 2 && Affix.ANY.equals(parts.get(1))
        ? PyTuple.of(parts.get(0), PyNone.NONE)
        : node;
  }

  private static void tail(Reshaping object) {
    clauses(object, "_order_by_clauses", "_order_by_clause");
    clauses(object, "_group_by_clauses", "_group_by_clause");
    object.put("use_labels", usesLabels(object.take(LabelStyles.KEY)));
  }

  private static void clauses(Reshaping object, String from, String to) {
    Object clauses = object.take(from);
    if (clauses != PyNone.NONE) {
      object.put(to, commaList(PythonItems.ofNode(clauses)));
    }
  }

  /** Its own shape is put right when it is reached. */
  static PyObject commaList(List<Object> clauses) {
    return PyObject.newObject(LIST)
        .build(
            new PyDict()
                .put("operator", PythonClasses.operator("comma_op"))
                .put("group", true)
                .put("group_contents", true)
                .put("clauses", new PyList(clauses)));
  }

  private static boolean usesLabels(Object style) {
    return style instanceof PyObject call
        && Objects.equals(call.typeArgs().get(0), WITH_TABLE_NAMES);
  }

  private static PyObject orderedSet(Object froms) {
    List<Object> items =
        Stream.of(froms)
            .filter(each -> each != PyNone.NONE)
            .flatMap(SelectShapes13::items)
            .toList();
    return PyObject.reduce(ORDERED_SET, new PyList(items))
        .build(new PyDict().put("_list", new PyList(items)));
  }

  private static Stream<Object> items(Object froms) {
    return PythonItems.ofNode(froms).stream();
  }
}
