package dev.brine.series;

import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Query up to 1.3 (rel_0_6_9 to rel_1_3_24, {@code orm/query.py}), which kept its clauses and
 * entities in a way of its own. Its joins are worked out already and its conditions adapted; what
 * it notes of how that was done says nothing more.
 */
public final class EarlyQueryReshaping {

  private static final PyGlobal QUERY = OrmClasses.QUERY;

  private static final String ENTITIES = "_entities";
  private static final String FROM = "_from_obj";
  private static final String OPTIONS = "_with_options";
  private static final String FROM_ALIAS = "_from_obj_alias";

  /**
   * Left for whoever reads the Query: beside each of its columns the classes and aliases that it is
   * a column of, each with what that is selected from.
   */
  public static final String COLUMN_ENTITIES = "_entities_of_columns";

  /** How joins, adapters and loaders were worked out, and caches. */
  private static final Set<String> WORKED_OUT =
      Set.of(
          "_bake_ok",
          "_current_path",
          "_filter_aliases",
          "_has_mapper_entities",
          "_joinpath",
          "_joinpoint",
          "_mapper_adapter_map",
          "_orm_only_adapt",
          "_orm_only_from_obj_alias",
          "_polymorphic_adapters",
          "_primary_entity");

  private static final List<String> COMPILE_OPTIONS =
      List.of("_enable_single_crit", "_enable_eagerloads");

  private static final List<String> LOAD_OPTIONS =
      List.of("_autoflush", "_invoke_all_eagers", "_populate_existing", "_version_check");

  private static final String YIELD_PER = "_yield_per";

  static final List<ReshapingRule> RULES =
      Stream.of(
              List.of(ReshapingRule.of(QUERY, ENTITIES, EarlyQueryReshaping::entities)),
              SelectReshaping.ofQuery(QUERY),
              List.of(
                  ReshapingRule.of(QUERY, "_with_labels", EarlyQueryReshaping::labels),
                  ReshapingRule.of(QUERY, "_with_hints", EarlyQueryReshaping::hints),
                  ReshapingRule.of(QUERY, "_lockmode", EarlyQueryReshaping::lock)))
          .flatMap(List::stream)
          .toList();

  private EarlyQueryReshaping() {}

  private static void entities(Reshaping query) {
    List<Object> entities = PythonItems.ofNode(query.take(ENTITIES));
    List<Object> columns = entities.stream().map(EarlyEntities::column).toList();
    List<Object> from = PythonItems.ofNode(query.take(FROM));
    boolean isFromAlias = query.take(FROM_ALIAS) != PyNone.NONE;
    Object selected = query.take("_select_from_entity");
    query
        .put("_raw_columns", new PyList(columns))
        .put(FROM, PyTuple.of(isFromAlias ? from : EarlyEntities.from(from, selected)));
    if (from.size() == 1 && !isFromAlias && selected == PyNone.NONE) {
      joins(query, from.get(0), entities);
    }
    options(query, isFromAlias);
    loaderOptions(query, entities);
    Set<Object> named = new HashSet<>(PythonItems.ofNode(query.take("_join_entities")));
    named.add(selected);
    query.put(COLUMN_ENTITIES, EarlyEntities.ofColumns(entities, named));
    WORKED_OUT.forEach(query::take);
  }

  /** What the joins start from follows from the columns, if it is one of their entities. */
  private static void joins(Reshaping query, Object from, List<Object> entities) {
    EarlyJoins.Asked asked = new EarlyJoins(query.take("_joinpath")).of(from);
    if (asked != null && EarlyEntities.areSelectedFrom(entities, asked.start())) {
      query.put(FROM, PyTuple.EMPTY).put("_setup_joins", PyTuple.of(asked.joins()));
    }
  }

  private static void loaderOptions(Reshaping query, List<Object> entities) {
    List<Object> options = EarlyOptions.modern(PythonItems.ofNode(query.take(OPTIONS)));
    EarlyAttributes attributes = new EarlyAttributes(query.take("_attributes"));
    attributes.nameAliases(entities);
    attributes.complete(options);
    query.put(OPTIONS, PyTuple.of(options));
  }

  /** The flags of the Query became those of its compilation and of the loading of its rows. */
  static void options(Reshaping query, boolean isFromAlias) {
    PyDict compile = moved(query, COMPILE_OPTIONS);
    if (isFromAlias) {
      compile.put("_set_base_alias", true);
    }
    PyDict load = moved(query, LOAD_OPTIONS);
    Object batch = query.take(YIELD_PER);
    if (batch != PyNone.NONE) {
      load.put(YIELD_PER, batch);
    }
    put(query, "_compile_options", OrmClasses.COMPILE_OPTIONS, compile);
    put(query, "load_options", OrmClasses.LOAD_OPTIONS, load);
  }

  private static PyDict moved(Reshaping query, List<String> names) {
    PyDict options = new PyDict();
    for (String name : names) {
      Object value = query.take(name);
      if (value != PyNone.NONE) {
        options.put(name, value);
      }
    }
    return options;
  }

  private static void put(Reshaping query, String key, PyGlobal cls, PyDict options) {
    if (!options.isEmpty()) {
      query.put(key, PyObject.newObject(cls).build(options));
    }
  }

  private static void labels(Reshaping query) {
    if (Boolean.TRUE.equals(query.take("_with_labels"))) {
      query.put(LabelStyles.KEY, LabelStyles.write(LabelStyle.TABLENAME_PLUS_COL));
    }
  }

  /** Triples of what it is about, a text and a dialect. */
  private static void hints(Reshaping query) {
    PyDict hints = new PyDict();
    for (Object hint : PythonItems.ofNode(query.take("_with_hints"))) {
      List<Object> parts = PythonItems.ofNode(hint);
      if (parts.size() != 3) {
        throw new NotUnderstood("state key '_with_hints'");
      }
      hints.put(PyTuple.of(parts.get(0), parts.get(2)), parts.get(1));
    }
    query.put("_hints", Dicts.immutable(hints));
  }

  /** The modes of {@code with_lockmode()} up to 0.8; {@code update} is the plain one. */
  private static void lock(Reshaping query) {
    Object mode = query.take("_lockmode");
    if (mode != PyNone.NONE) {
      String word = Texts.of(mode);
      SelectReshaping.lock(query, word.equals("update") ? true : word);
    }
  }
}
