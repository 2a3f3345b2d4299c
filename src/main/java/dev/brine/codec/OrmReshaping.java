package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
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

  private static final String LEGACY_JOINS = "_legacy_setup_joins";
  private static final String JOINS = "_setup_joins";
  private static final String ANNOTATIONS = "_annotations";

  private static final PyGlobal SELECT = PythonClasses.selectable("Select");

  static final List<ReshapingRule> RULES =
      Stream.of(
              List.of(
                  ReshapingRule.of(OrmClasses.QUERY, LEGACY_JOINS, OrmReshaping::joins),
                  ReshapingRule.of(SELECT, LEGACY_JOINS, OrmReshaping::joins),
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
