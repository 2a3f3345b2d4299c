package dev.brine.shape;

import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PyTuple;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of any kind of collection that a series keeps a list of elements in. */
public final class PythonItems {

  /** Called with a list of the items (rel_1_3_24, {@code util/_collections.py}). */
  private static final Set<String> SETS =
      Set.of(
          "builtins.set",
          "builtins.frozenset",
          "sqlalchemy.util.OrderedSet",
          "sqlalchemy.util._collections.OrderedSet",
          "sqlalchemy.util._py_collections.OrderedSet",
          "sqlalchemy.cyextension.collections.OrderedSet",
          "sqlalchemy.util._collections_cy.OrderedSet",
          "sqlalchemy.sql.base.ColumnSet",
          "sqlalchemy.sql.expression.ColumnSet");

  private PythonItems() {}

  /** The items; null of what is no such collection. */
  public static @Nullable List<Object> of(@Nullable Object node) {
    if (node instanceof PyTuple tuple) {
      return tuple.asList();
    }
    if (node instanceof PyList list) {
      return list.asList();
    }
    if (node instanceof PySet set) {
      return set.asList();
    }
    if (node instanceof PyFrozenSet set) {
      return set.asList();
    }
    return node instanceof PyObject object && SETS.contains(object.className())
        ? ofSet(object)
        : null;
  }

  private static @Nullable List<Object> ofSet(PyObject set) {
    return set.typeArgs().size() == 1 ? of(set.typeArgs().get(0)) : List.of();
  }

  /** The items; none of what is no such collection. */
  public static List<Object> ofNode(Object node) {
    List<Object> items = of(node);
    return items == null ? List.of() : items;
  }

  /** A tuple of the items; the node itself if it is no such collection. */
  public static Object tuple(Object node) {
    List<Object> items = of(node);
    return items == null ? node : PyTuple.of(items);
  }

  /** The items of a {@code ClauseList}, or the one element that stands for such a list. */
  public static List<Object> ofClauses(Object node) {
    List<Object> clauses = node instanceof PyObject list ? of(list.attribute("clauses")) : null;
    return clauses == null ? List.of(node) : clauses;
  }
}
