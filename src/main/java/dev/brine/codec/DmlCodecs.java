package dev.brine.codec;

import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Delete;
import dev.brine.expr.Insert;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.OnConflict;
import dev.brine.expr.Statement;
import dev.brine.expr.Update;
import dev.brine.expr.ValuesRow;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** INSERT, UPDATE and DELETE (rel_2_0_58, {@code sql/dml.py}, {@code dialects/…/dml.py}). */
final class DmlCodecs {

  private static final PyGlobal UPDATE = PythonClasses.dml(InsertFlavour.STANDARD, "Update");
  private static final PyGlobal DELETE = PythonClasses.dml(InsertFlavour.STANDARD, "Delete");
  private static final Map<InsertFlavour, PyGlobal> INSERTS = inserts();

  private static final String TABLE = "table";
  private static final String VALUES = "_values";
  private static final String ORDERED_VALUES = "_ordered_values";
  private static final String MULTI_VALUES = "_multi_values";
  private static final String SELECT_NAMES = "_select_names";
  private static final String INCLUDE_DEFAULTS = "include_insert_from_select_defaults";
  private static final String POST_VALUES = "_post_values_clause";
  private static final String INSERTED_ALIAS = "inserted_alias";
  private static final String WHERE = "_where_criteria";

  static final List<NodeCodec<?>> ALL =
      List.of(
          new NodeCodec<>(
              Insert.class,
              List.copyOf(INSERTS.values()),
              DmlCodecs::readInsert,
              DmlCodecs::writeInsert),
          NodeCodec.of(Update.class, UPDATE, DmlCodecs::readUpdate, DmlCodecs::writeUpdate),
          NodeCodec.of(
              Delete.class,
              DELETE,
              in -> new Delete(in.from(TABLE), in.columns(WHERE), DmlClausesCodec.read(in)),
              (delete, out) ->
                  DmlClausesCodec.write(
                          delete.clauses(),
                          DELETE,
                          new NodeWriter(out)
                              .element(TABLE, delete.table())
                              .tupleIfAny(WHERE, delete.where()),
                          out)
                      .make(DELETE)));

  private DmlCodecs() {}

  private static Map<InsertFlavour, PyGlobal> inserts() {
    Map<InsertFlavour, PyGlobal> classes = new EnumMap<>(InsertFlavour.class);
    for (InsertFlavour flavour : InsertFlavour.values()) {
      classes.put(flavour, PythonClasses.dml(flavour, "Insert"));
    }
    return classes;
  }

  private static InsertFlavour flavour(String className) {
    for (Map.Entry<InsertFlavour, PyGlobal> entry : INSERTS.entrySet()) {
      if (entry.getValue().path().equals(className)) {
        return entry.getKey();
      }
    }
    throw new AssertionError("no class leads here: " + className);
  }

  private static Insert readInsert(NodeReader in) {
    AssignmentCodec assignments = new AssignmentCodec(in);
    ClauseElement select = in.find("select") == null ? null : in.element("select");
    if (select != null && !(select instanceof Statement)) {
      throw in.refuse("state key 'select'");
    }
    Object onConflict = in.find(POST_VALUES);
    return new Insert(
        flavour(in.className()),
        in.from(TABLE),
        assignments.ofDict(VALUES),
        rows(in, assignments),
        in.find(SELECT_NAMES) == null ? null : in.texts(SELECT_NAMES),
        (Statement) select,
        in.find(INCLUDE_DEFAULTS) == null || in.flag(INCLUDE_DEFAULTS),
        in.flag("_inline"),
        onConflict == null ? null : OnConflictCodec.read(in, onConflict, in.path(POST_VALUES)),
        in.fromOrNull(INSERTED_ALIAS),
        DmlClausesCodec.read(in));
  }

  /** A tuple with the argument of each call of {@code values()}, each a list of rows. */
  private static List<ValuesRow> rows(NodeReader in, AssignmentCodec assignments) {
    List<ValuesRow> rows = new ArrayList<>();
    in.each(MULTI_VALUES, (call, path) -> in.eachOf(call, path, assignments::row))
        .forEach(rows::addAll);
    return rows;
  }

  private static Object writeInsert(Insert insert, ExprToGraph out) {
    PyGlobal cls = PythonClasses.dml(insert.flavour(), "Insert");
    NodeWriter state = new NodeWriter(out).element(TABLE, insert.table());
    AssignmentWriter assignments = new AssignmentWriter(out);
    if (insert.values() != null) {
      state.put(VALUES, Dicts.immutable(assignments.dict(insert.values())));
    }
    if (!insert.rows().isEmpty()) {
      state.put(
          MULTI_VALUES,
          PyTuple.of(List.of(new PyList(insert.rows().stream().map(assignments::row).toList()))));
    }
    if (insert.selectNames() != null) {
      state
          .put(SELECT_NAMES, new PyList(List.copyOf(insert.selectNames())))
          .element("select", insert.select())
          .put(INCLUDE_DEFAULTS, insert.includesDefaults());
    }
    if (insert.isInline()) {
      state.put("_inline", true);
    }
    OnConflict onConflict = insert.onConflict();
    if (onConflict != null) {
      state.put(POST_VALUES, OnConflictCodec.write(onConflict, insert.flavour(), out));
    }
    if (onConflict instanceof OnConflict.DuplicateKeyUpdate update) {
      state.element(INSERTED_ALIAS, update.inserted());
    }
    return DmlClausesCodec.write(insert.clauses(), cls, state, out).make(cls);
  }

  private static Update readUpdate(NodeReader in) {
    AssignmentCodec assignments = new AssignmentCodec(in);
    List<Assignment> ordered = assignments.ofPairs(ORDERED_VALUES);
    List<Assignment> values = assignments.ofDict(VALUES);
    if (ordered != null && values != null) {
      throw in.refuse("values beside ordered values");
    }
    return new Update(
        in.from(TABLE),
        ordered == null ? values : ordered,
        ordered != null,
        in.columns(WHERE),
        DmlClausesCodec.read(in));
  }

  private static Object writeUpdate(Update update, ExprToGraph out) {
    NodeWriter state = new NodeWriter(out).element(TABLE, update.table());
    AssignmentWriter assignments = new AssignmentWriter(out);
    List<Assignment> values = update.values();
    if (values != null && update.isOrdered()) {
      state.put(ORDERED_VALUES, assignments.pairs(values));
    } else if (values != null) {
      state.put(VALUES, Dicts.immutable(assignments.dict(values)));
    }
    state.tupleIfAny(WHERE, update.where());
    return DmlClausesCodec.write(update.clauses(), UPDATE, state, out).make(UPDATE);
  }
}
