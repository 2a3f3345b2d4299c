package dev.brine.series;

import dev.brine.expr.Affix;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Query in 1.3 (rel_1_3_24, {@code orm/query.py}): where {@link EarlyQueryReshaping} reads what
 * it worked out, this asks it to be worked out by the methods that a user calls. What a class is
 * mapped to need not be known for that, and each patch level gets what it would have made itself.
 */
final class QueryShapes13 {

  private static final String COLUMNS = "_raw_columns";
  private static final String FROM = "_from_obj";

  /** What it notes of each class of its columns, and its rows. */
  static final String TOLD_APART = "_mapper_adapter_map";

  private static final String JOINS = "_setup_joins";
  private static final String STATEMENT = "_statement";
  private static final String OPTIONS = "_with_options";
  private static final String COMPILE_OPTIONS = "_compile_options";
  private static final String LOAD_OPTIONS = "load_options";
  private static final String EAGER_LOADS = "_enable_eagerloads";
  private static final String BASE_ALIAS = "_set_base_alias";
  private static final String PROPAGATED = "_propagate_attrs";
  private static final long WITH_TABLE_NAMES = 1;

  /** The clauses that methods take, each with its name. */
  private static final Map<String, String> METHODS = methods();

  /** What is the same in a state of 1.3. */
  private static final Set<String> SAME =
      Set.of("_for_update_arg", "_params", "_execution_options", "_enable_assertions");

  /** Options of before that were state themselves. */
  private static final Set<String> FLAGS =
      Set.of(
          "_enable_single_crit",
          "_autoflush",
          "_invoke_all_eagers",
          "_populate_existing",
          "_version_check",
          "_yield_per");

  static final List<SeriesShape> ALL =
      List.of(new SeriesShape(OrmClasses.QUERY.path(), QueryShapes13::query));

  private QueryShapes13() {}

  private static Map<String, String> methods() {
    Map<String, String> methods = new LinkedHashMap<>();
    methods.put("_where_criteria", "filter");
    methods.put("_group_by_clauses", "group_by");
    methods.put("_having_criteria", "having");
    methods.put("_order_by_clauses", "order_by");
    return methods;
  }

  private static Object query(PyObject object) {
    Reshaping query = new Reshaping(object);
    // What is made here is met again, as the start of its calls.
    return query.has(COLUMNS) ? made(query) : object;
  }

  /** A SELECT of the ORM within another statement: what the same Query would select. */
  static PyObject statement(Reshaping select) {
    PyObject query = made(select.put("session", PyNone.NONE));
    return Calls.attribute(Calls.method(query, "enable_eagerloads", false), "statement");
  }

  private static PyObject made(Reshaping query) {
    PyDict compile = options(query, COMPILE_OPTIONS);
    PyDict load = options(query, LOAD_OPTIONS);
    List<Object> entities =
        PythonItems.ofNode(query.take(COLUMNS)).stream().map(EntityShapes13::entity).toList();
    PyObject made = PyObject.reduce(OrmClasses.QUERY, new PyList(entities), query.take("session"));
    List<Object> from = PythonItems.ofNode(query.take(FROM));
    PyDict told = toldApart(entities, from);
    made = from(made, from, Boolean.TRUE.equals(compile.get(BASE_ALIAS)));
    made = joined(made, query);
    made = affixed(made, "prefix_with", query.take("_prefixes"));
    made = affixed(made, "suffix_with", query.take("_suffixes"));
    for (Map.Entry<String, String> clause : METHODS.entrySet()) {
      List<Object> elements = PythonItems.ofNode(query.take(clause.getKey()));
      if (!elements.isEmpty()) {
        made = Calls.method(made, clause.getValue(), elements.toArray());
      }
    }
    List<Object> loaders = new ArrayList<>();
    PythonItems.ofNode(query.take(OPTIONS))
        .forEach(each -> loaders.addAll(LoaderShapes13.options(each)));
    if (!loaders.isEmpty()) {
      made = Calls.method(made, "options", loaders.toArray());
    }
    Object statement = query.take(STATEMENT);
    if (statement != PyNone.NONE) {
      made = Calls.method(made, "from_statement", statement);
    }
    if (Boolean.FALSE.equals(compile.get(EAGER_LOADS))) {
      made = Calls.method(made, "enable_eagerloads", false);
    }
    PyDict state = state(query);
    if (!told.isEmpty()) {
      state.put(TOLD_APART, told);
    }
    List.of(compile, load).forEach(each -> addFlags(each, state));
    refuseOthers(query);
    return state.isEmpty() ? made : made.build(state);
  }

  private static PyDict options(Reshaping query, String key) {
    return query.take(key) instanceof PyObject options ? options.stateDict() : new PyDict();
  }

  private static PyObject from(PyObject query, List<Object> given, boolean isOfAlias) {
    List<Object> from = given.stream().map(EntityShapes13::entity).toList();
    if (from.isEmpty()) {
      return query;
    }
    // What union() and from_self() call: whatever is selected or compared is that of the alias.
    String method = isOfAlias ? "_from_selectable" : "select_from";
    return Calls.method(query, method, from.toArray());
  }

  /**
   * The classes whose rows the Query is to tell from others of their tables, as it notes them of
   * its entities: {@code select_from()} notes one class alone, and none of a join.
   */
  private static PyDict toldApart(List<Object> entities, List<Object> from) {
    List<Object> started = from.stream().<Object>map(QueryShapes13::start).toList();
    PyDict told = new PyDict();
    if (started.stream().anyMatch(MappedEntity.class::isInstance)
        && (from.size() > 1 || !(from.get(0) instanceof MappedClass))) {
      Stream.of(entities, started)
          .flatMap(List::stream)
          .filter(MappedEntity.class::isInstance)
          .forEach(each -> told.put(each, PyTuple.of(each, PyNone.NONE)));
    }
    return told;
  }

  /** The class that is first in a join, or alone. */
  private static Object start(Object from) {
    Object start = from;
    while (start instanceof PyObject join
        && join.className().equals(OrmClasses.JOIN.path())
        && join.attribute("left") != null) {
      start = Objects.requireNonNull(join.attribute("left"));
    }
    MappedEntity selected = start instanceof PyObject call ? EntityCalls.selected(call) : null;
    return selected != null ? selected : EntityShapes13.entity(start);
  }

  /** Texts that are for all dialects alike: a Query knows of none. */
  private static PyObject affixed(PyObject query, String method, Object affixes) {
    List<Object> texts = new ArrayList<>();
    for (Object affix : PythonItems.ofNode(affixes)) {
      List<Object> parts = PythonItems.ofNode(affix);
      Refusals.V1_3.checkIf(!Affix.ANY.equals(parts.get(1)), "Query." + method);
      texts.add(parts.get(0));
    }
    return texts.isEmpty() ? query : Calls.method(query, method, texts.toArray());
  }

  private static PyObject joined(PyObject query, Reshaping given) {
    PyObject joined = query;
    for (Object join : PythonItems.ofNode(given.take(JOINS))) {
      List<Object> parts = PythonItems.ofNode(join);
      PyDict flags = (PyDict) parts.get(3);
      Refusals.V1_3.checkIf(
          Boolean.TRUE.equals(flags.get("full")) || parts.get(2) != PyNone.NONE, "Query.join");
      String method = Boolean.TRUE.equals(flags.get("isouter")) ? "outerjoin" : "join";
      Object target = EntityShapes13.entity(parts.get(0));
      // A pair, since two arguments are two joins where the first is a mapper and no class.
      Object condition = parts.get(1);
      joined =
          Calls.method(
              joined, method, condition == PyNone.NONE ? target : PyTuple.of(target, condition));
    }
    return joined;
  }

  /** What the methods would do no more with than put it down. */
  private static PyDict state(Reshaping query) {
    PyDict state = new PyDict();
    for (String key : SAME) {
      if (query.has(key)) {
        state.put(key, query.take(key));
      }
    }
    count(query, "_limit", state);
    count(query, "_offset", state);
    distinct(query, state);
    correlation(query, state);
    hints(query, state);
    Object style = query.take(LabelStyles.KEY);
    if (style instanceof PyObject call
        && Objects.equals(call.typeArgs().get(0), WITH_TABLE_NAMES)) {
      state.put("_with_labels", true);
    }
    query.take(PROPAGATED);
    return state;
  }

  /** A plain number, or an expression. */
  private static void count(Reshaping query, String key, PyDict state) {
    Object count = query.take(key + "_clause");
    if (count != PyNone.NONE) {
      state.put(key, Binds.isUnique(count) ? Binds.value((PyObject) count) : count);
    }
  }

  private static void distinct(Reshaping query, PyDict state) {
    boolean isDistinct = Boolean.TRUE.equals(query.take("_distinct"));
    List<Object> on = PythonItems.ofNode(query.take("_distinct_on"));
    if (!on.isEmpty()) {
      state.put("_distinct", new PyList(on));
    } else if (isDistinct) {
      state.put("_distinct", true);
    }
  }

  private static void correlation(Reshaping query, PyDict state) {
    query.take("_auto_correlate");
    List<Object> to = PythonItems.ofNode(query.take("_correlate"));
    if (!to.isEmpty()) {
      state.put("_correlate", dev.brine.pickle.PyFrozenSet.of(to.toArray()));
    }
  }

  /** Triples of what each is about, a text and a dialect. */
  private static void hints(Reshaping query, PyDict state) {
    List<Object> hints = new ArrayList<>();
    if (query.take("_hints") instanceof PyObject dict) {
      Dicts.of(dict)
          .forEach(
              (key, text) -> {
                List<Object> parts = PythonItems.ofNode(key);
                hints.add(PyTuple.of(parts.get(0), text, parts.get(1)));
              });
    }
    for (Object hint : PythonItems.ofNode(query.take("_statement_hints"))) {
      List<Object> parts = PythonItems.ofNode(hint);
      hints.add(PyTuple.of(PyNone.NONE, parts.get(1), parts.get(0)));
    }
    if (!hints.isEmpty()) {
      state.put("_with_hints", PyTuple.of(hints));
    }
  }

  private static void addFlags(PyDict options, PyDict state) {
    options.forEach(
        (name, value) -> {
          if (FLAGS.contains(Texts.of(name))) {
            state.put(name, value);
          }
        });
  }

  /** What is left is known to no Query of 1.3. */
  private static void refuseOthers(Reshaping query) {
    query.keys().forEach(key -> Refusals.V1_3.refuse("Query." + key));
  }
}
