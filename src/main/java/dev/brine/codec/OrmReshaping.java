package dev.brine.codec;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ORM's statements in 1.4 (rel_1_4_54, {@code orm/query.py} and {@code orm/util.py}) and in 2.1
 * (rel_2_1_0b3, {@code orm/context.py}); for a Query up to 1.3 see {@link EarlyQueryReshaping}.
 */
final class OrmReshaping {

  private static final String LEGACY_JOINS = "_legacy_setup_joins";
  private static final String JOINS = "_setup_joins";
  private static final String ANNOTATIONS = "_annotations";

  /** What a join of {@code Query.join()} says besides; None or false unless it was asked for. */
  private static final Set<String> LEGACY_FLAGS =
      Set.of("aliased", "from_joinpoint", "aliased_generation");

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
    List<Object> joins = new ArrayList<>(PythonItems.ofNode(query.take(JOINS)));
    PythonItems.ofNode(query.take(LEGACY_JOINS)).forEach(join -> joins.add(join(join)));
    query.put(JOINS, PyTuple.of(joins));
  }

  private static PyTuple join(Object node) {
    List<Object> parts = new ArrayList<>(PythonItems.ofNode(node));
    int last = parts.size() - 1;
    if (last < 0 || !(parts.get(last) instanceof PyDict flags)) {
      throw new NotUnderstood("state key '" + LEGACY_JOINS + "'");
    }
    if (parts.get(0) instanceof String || parts.get(0) instanceof PyByteString) {
      throw new NotUnderstood("a join by the name of a relationship");
    }
    PyDict modern = new PyDict();
    flags.forEach(
        (key, value) -> {
          String name = Texts.of(key);
          if (!LEGACY_FLAGS.contains(name)) {
            modern.put(name, value);
          } else if (value != PyNone.NONE && !Boolean.FALSE.equals(value)) {
            throw new NotUnderstood("a join with " + name);
          }
        });
    parts.set(last, modern);
    return PyTuple.of(parts);
  }
}
