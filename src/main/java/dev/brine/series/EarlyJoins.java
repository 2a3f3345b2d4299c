package dev.brine.series;

import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Table;
import dev.brine.shape.Dicts;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The joins of a Query up to 1.3, which it had worked out and noted along what it made them
 * (rel_1_3_24, {@code orm/query.py: _join}). Those along relationships become again what was asked
 * for, as later series keep it; where one cannot be told for sure all stay as they are.
 */
final class EarlyJoins {

  private static final int EDGE = 3;
  private static final String LEFT = "left";
  private static final String RIGHT = "right";

  private static final String JOIN = PythonClasses.selectable("Join").path();
  private static final String ALIAS = PythonClasses.selectable("Alias").path();

  /**
   * A relationship that was followed.
   *
   * @param left the class or alias it is one of
   * @param right the class or alias it was followed to
   */
  private record Edge(Object left, Object right, Object key) {}

  /**
   * The joins as they were asked for.
   *
   * @param start what the first was made to
   * @param joins in the shape of {@code _setup_joins}
   */
  record Asked(Object start, List<Object> joins) {}

  private final List<Edge> edges = new ArrayList<>();

  EarlyJoins(Object path) {
    collect(path);
  }

  private void collect(Object path) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(List.of(path));
    while (!open.isEmpty()) {
      Object node = open.pop();
      if (seen.add(node)) {
        dict(node)
            .forEach(
                (key, value) -> {
                  if (key instanceof PyTuple edge && edge.size() == EDGE) {
                    edges.add(new Edge(edge.get(0), edge.get(1), edge.get(2)));
                    open.add(value);
                  }
                });
      }
    }
  }

  private static PyDict dict(Object node) {
    return node instanceof PyObject object && Dicts.isImmutable(object)
        ? Dicts.of(object)
        : node instanceof PyDict plain ? plain : new PyDict();
  }

  /** What was asked for; null if that cannot be told. */
  @Nullable Asked of(Object from) {
    List<Object> joins = new ArrayList<>();
    Object left = from;
    while (left instanceof PyObject join && join.className().equals(OrmClasses.JOIN.path())) {
      Edge edge = edge(join);
      if (edge == null) {
        return null;
      }
      joins.add(asked(edge, join));
      left = withoutSecondary(join.attribute(LEFT));
    }
    Collections.reverse(joins);
    return joins.isEmpty() || left == null ? null : new Asked(left, joins);
  }

  private @Nullable Edge edge(PyObject join) {
    Object right = join.attribute(RIGHT);
    return edges.stream().filter(edge -> leads(edge, join, right)).findFirst().orElse(null);
  }

  @SuppressWarnings("ReferenceEquality") // the very object, not one like it
  private static boolean leads(Edge edge, PyObject join, @Nullable Object right) {
    if (edge.right() instanceof PyObject alias) {
      return right != null && selectable(alias) == right;
    }
    return right instanceof Table && edge.right().equals(info(join));
  }

  private static @Nullable Object selectable(PyObject alias) {
    PyObject whole = alias.attribute("_aliased_insp") instanceof PyObject other ? other : alias;
    Object selectable = whole.attribute("alias");
    return selectable == null ? whole.attribute("selectable") : selectable;
  }

  /** What was joined; up to 0.7 noted beside what it was joined to. */
  private static @Nullable Object info(PyObject join) {
    Object info = join.attribute("_joined_from_info");
    return info == null
            && join.attribute("_orm_mappers") instanceof PyTuple pair
            && pair.size() == 2
        ? pair.get(1)
        : info;
  }

  /** The table between two classes was joined to first, under a name of its own. */
  private static @Nullable Object withoutSecondary(@Nullable Object left) {
    return left instanceof PyObject join
            && PythonClasses.canonical(join.className()).equals(JOIN)
            && join.attribute(RIGHT) instanceof PyObject right
            && PythonClasses.canonical(right.className()).equals(ALIAS)
        ? join.attribute(LEFT)
        : left;
  }

  private static PyTuple asked(Edge edge, PyObject join) {
    Object attribute =
        PyObject.reduce(OrmClasses.ATTRIBUTE, edge.key(), PyNone.NONE, edge.left(), PyNone.NONE);
    boolean isClass = edge.right() instanceof MappedEntity;
    PyDict flags =
        new PyDict()
            .put("isouter", Boolean.TRUE.equals(join.attribute("isouter")))
            .put("full", Boolean.TRUE.equals(join.attribute("full")));
    return isClass
        ? PyTuple.of(attribute, PyNone.NONE, PyNone.NONE, flags)
        : PyTuple.of(edge.right(), attribute, PyNone.NONE, flags);
  }
}
