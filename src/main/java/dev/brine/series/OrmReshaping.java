package dev.brine.series;

import dev.brine.expr.MappedClass;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.DroppableKeys;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ORM's statements in 1.4 (rel_1_4_54, {@code orm/query.py} and {@code orm/util.py}) and in 2.1
 * (rel_2_1_0b3, {@code orm/context.py}); for a Query up to 1.3 see {@link EarlyQueryReshaping}.
 */
final class OrmReshaping {

  static final String LEGACY_JOINS = "_legacy_setup_joins";
  static final String JOINS = "_setup_joins";
  private static final String RAW_COLUMNS = "_raw_columns";
  private static final String COMPILE_OPTIONS = "_compile_options";
  private static final String POLYMORPHIC_MAP = "_with_polymorphic_adapt_map";
  private static final String ANNOTATIONS = "_annotations";

  private static final PyGlobal SELECT = PythonClasses.selectable("Select");

  static final List<ReshapingRule> RULES =
      Stream.of(
              List.of(
                  SelectReshaping.labelStyles(OrmClasses.QUERY),
                  ReshapingRule.when(
                      OrmClasses.QUERY,
                      query -> !polymorphicMap(query).isEmpty(),
                      OrmReshaping::polymorphic),
                  ReshapingRule.of(OrmClasses.QUERY, LEGACY_JOINS, OrmReshaping::joins),
                  ReshapingRule.of(SELECT, LEGACY_JOINS, OrmReshaping::joins),
                  ReshapingRule.of(
                      PythonClasses.MEMOIZED_ENTITIES, LEGACY_JOINS, OrmReshaping::joins),
                  empty(OrmClasses.QUERY, "_aliased_generation"),
                  empty(OrmClasses.FROM_STATEMENT, "_compile_state_funcs")),
              // How a join came about, and caches.
              Stream.of("_joined_from_info", "_orm_mappers", "_Join__folded_equivalents")
                  .map(key -> ReshapingRule.dropped(OrmClasses.JOIN, key))
                  .toList(),
              // Of a statement they are repeated by what holds it.
              List.of(ReshapingRule.dropped(SELECT, ANNOTATIONS)))
          .flatMap(List::stream)
          .toList();

  private OrmReshaping() {}

  /** For a key that says nothing when there is nothing in it. */
  private static ReshapingRule empty(PyGlobal cls, String key) {
    return ReshapingRule.when(
        cls,
        object ->
            object.has(key)
                && DroppableKeys.isEmpty(
                    Objects.requireNonNullElse(object.get(key), PyTuple.EMPTY)),
        object -> object.take(key));
  }

  private static void joins(Reshaping query) {
    LegacyJoins legacy = new LegacyJoins(subject(query));
    List<Object> joins = new ArrayList<>(PythonItems.ofNode(query.take(JOINS)));
    PythonItems.ofNode(query.take(LEGACY_JOINS)).forEach(join -> joins.add(legacy.modern(join)));
    query.put(JOINS, PyTuple.of(joins));
  }

  /**
   * {@code Query.with_polymorphic()} left the class among the columns and noted beside it what is
   * selected for it.
   */
  private static void polymorphic(Reshaping query) {
    List<Object> columns = new ArrayList<>(PythonItems.ofNode(query.take(RAW_COLUMNS)));
    for (Object node : polymorphicMap(query)) {
      List<Object> pair = PythonItems.ofNode(node);
      if (pair.size() == 2 && pair.get(1) instanceof PyObject alias) {
        // Loader options go on naming the class.
        alias.stateDict().put("use_mapper_path", true);
        columns.replaceAll(column -> isClass(column, pair.get(0)) ? alias : column);
      }
    }
    query.put(RAW_COLUMNS, new PyList(columns));
  }

  private static List<Object> polymorphicMap(Reshaping query) {
    Object pairs =
        query.get(COMPILE_OPTIONS) instanceof PyObject options
            ? options.attribute(POLYMORPHIC_MAP)
            : null;
    return PythonItems.ofNode(Objects.requireNonNullElse(pairs, PyTuple.EMPTY));
  }

  private static boolean isClass(Object column, Object mapper) {
    return column.equals(mapper)
        || (column instanceof MappedClass mapped && mapped.entity().equals(mapper));
  }

  /** The class or alias that the statement is about. */
  private static @Nullable Object subject(Reshaping query) {
    PyDict notes =
        query.get("_propagate_attrs") instanceof PyObject dict && Dicts.isImmutable(dict)
            ? Dicts.of(dict)
            : new PyDict();
    Object subject = notes.get("plugin_subject");
    return subject == PyNone.NONE ? null : subject;
  }
}
