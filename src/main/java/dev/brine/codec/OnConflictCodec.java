package dev.brine.codec;

import dev.brine.error.Wording;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.OnConflict;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.ColumnCollections;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;

/** ON CONFLICT and ON DUPLICATE KEY UPDATE (rel_2_0_58, {@code dialects/…/dml.py}). */
final class OnConflictCodec {

  private static final String CONSTRAINT = "constraint_target";
  private static final String ELEMENTS = "inferred_target_elements";
  private static final String INDEX_WHERE = "inferred_target_whereclause";
  private static final String SET = "update_values_to_set";
  private static final String WHERE = "update_whereclause";
  private static final String INSERTED_ALIAS = "inserted_alias";
  private static final String UPDATE = "update";
  private static final String ORDER = "_parameter_ordering";

  private OnConflictCodec() {}

  static OnConflict read(NodeReader insert, Object node, GraphPath path) {
    GraphToExpr decoder = insert.decoder();
    PyObject object = decoder.cast(PyObject.class, "a clause", node, path);
    NodeReader in = new NodeReader(decoder, object, path);
    OnConflict read =
        switch (in.simpleName()) {
          case "OnConflictDoNothing" -> new OnConflict.DoNothing(target(in));
          case "OnConflictDoUpdate" ->
              new OnConflict.DoUpdate(target(in), set(in), in.columnOrNull(WHERE));
          case "OnDuplicateClause" -> duplicateKeyUpdate(in);
          default -> throw insert.refuse(Wording.a(in.className()) + " at " + path);
        };
    in.finish();
    return read;
  }

  private static OnConflict.Target target(NodeReader in) {
    List<Object> elements = in.find(ELEMENTS) == null ? null : targetElements(in);
    return new OnConflict.Target(
        in.find(CONSTRAINT) == null ? null : in.name(CONSTRAINT).text(),
        NameCodec.isGenerated(in.find(CONSTRAINT)),
        elements,
        in.columnOrNull(INDEX_WHERE));
  }

  /** A list; in earlier patch levels a constraint, or its columns, if one was given. */
  private static List<Object> targetElements(NodeReader in) {
    GraphPath path = in.path(ELEMENTS);
    if (!(in.find(ELEMENTS) instanceof PyObject columns)) {
      return in.each(ELEMENTS, (node, where) -> targetElement(in, node, where));
    }
    Object ofConstraint = columns.attribute("columns");
    List<Object> nodes = ColumnCollections.columns(ofConstraint == null ? columns : ofConstraint);
    if (nodes == null) {
      throw in.refuse(Wording.a(columns.className()) + " at " + path);
    }
    return in.eachOf(PyTuple.of(nodes), path, (column, where) -> targetElement(in, column, where));
  }

  private static Object targetElement(NodeReader in, Object node, GraphPath path) {
    String name = in.nameOrNull(node, path);
    return name == null ? in.decoder().column(node, path) : name;
  }

  /** Pairs, or a dict in older patch levels. */
  private static List<Assignment> set(NodeReader in) {
    AssignmentCodec assignments = new AssignmentCodec(in);
    List<Assignment> set =
        in.find(SET) instanceof PyList ? assignments.ofPairs(SET) : assignments.ofDict(SET);
    return set == null ? List.of() : set;
  }

  private static OnConflict duplicateKeyUpdate(NodeReader in) {
    AssignmentCodec assignments = new AssignmentCodec(in);
    List<Object> order = PythonItems.of(in.find(ORDER));
    List<Assignment> set =
        order == null
            ? assignments.ofDict(UPDATE)
            : assignments.ofDict(inOrder(in.dict(UPDATE), order), in.path(UPDATE));
    List<Assignment> all = set == null ? List.of() : set;
    return new OnConflict.DuplicateKeyUpdate(in.from(INSERTED_ALIAS), all, in.find(ORDER) != null);
  }

  /** Only from Python 3.7 on does a dict keep the order in which its pairs were given. */
  private static PyDict inOrder(PyDict given, List<Object> order) {
    PyDict ordered = new PyDict();
    for (Object column : order) {
      Object value = given.get(column);
      if (value != null) {
        ordered.put(column, value);
      }
    }
    given.forEach(
        (column, value) -> {
          if (!ordered.containsKey(column)) {
            ordered.put(column, value);
          }
        });
    return ordered;
  }

  static Object write(OnConflict clause, InsertFlavour flavour, ExprToGraph out) {
    NodeWriter state = new NodeWriter(out);
    if (clause instanceof OnConflict.DuplicateKeyUpdate update) {
      return writeDuplicateKeyUpdate(update, state, out);
    }
    if (clause instanceof OnConflict.DoUpdate update) {
      writeTarget(update.target(), state, out);
      return state
          .put(SET, new AssignmentWriter(out).pairs(update.set()))
          .element(WHERE, update.where())
          .make(classOf(flavour, "OnConflictDoUpdate"));
    }
    writeTarget(((OnConflict.DoNothing) clause).target(), state, out);
    return state.make(classOf(flavour, "OnConflictDoNothing"));
  }

  private static PyGlobal classOf(InsertFlavour flavour, String name) {
    return PythonClasses.dml(flavour, name);
  }

  private static void writeTarget(OnConflict.Target target, NodeWriter state, ExprToGraph out) {
    // SQLite has none, and its compiler asks for it up to some 2.0.x all the same.
    state.put(CONSTRAINT, constraint(target));
    List<Object> elements = target.elements();
    state.put(ELEMENTS, elements == null ? PyNone.NONE : new PyList(written(elements, out)));
    state.element(INDEX_WHERE, target.where());
  }

  private static List<Object> written(List<Object> elements, ExprToGraph out) {
    List<Object> nodes = new ArrayList<>();
    elements.forEach(
        each -> nodes.add(each instanceof ClauseElement element ? out.element(element) : each));
    return nodes;
  }

  private static Object writeDuplicateKeyUpdate(
      OnConflict.DuplicateKeyUpdate update, NodeWriter state, ExprToGraph out) {
    PyDict set = new AssignmentWriter(out).dict(update.set());
    state.element(INSERTED_ALIAS, update.inserted()).put(UPDATE, set);
    if (update.isOrdered()) {
      List<Object> order = new ArrayList<>();
      set.forEach((column, value) -> order.add(column));
      state.put(ORDER, new PyList(order));
    }
    return state.make(classOf(InsertFlavour.MYSQL, "OnDuplicateClause"));
  }

  private static Object constraint(OnConflict.Target target) {
    String name = target.constraint();
    if (name == null) {
      return PyNone.NONE;
    }
    return target.isGenerated() ? NameCodec.generated(name) : name;
  }
}
