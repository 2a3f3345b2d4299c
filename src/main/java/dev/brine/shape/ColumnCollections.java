package dev.brine.shape;

import dev.brine.pickle.PyObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns in SQLAlchemy's {@code ColumnCollection}, which each era keeps otherwise. */
public final class ColumnCollections {

  private ColumnCollections() {}

  /** The columns in their order; null of what is no such collection. */
  public static @Nullable List<Object> columns(@Nullable Object node) {
    if (!(Wrappers.innermost(node, ColumnCollections::parent) instanceof PyObject collection)) {
      return null;
    }
    // rel_1_4_54, sql/base.py: pairs of key and column, and a third part in some patch levels.
    List<Object> pairs = PythonItems.of(collection.attribute("_collection"));
    if (pairs != null) {
      return second(pairs);
    }
    // rel_1_3_24, sql/base.py; rel_0_8_7, util/_collections.py: an ordered dict by key.
    List<Object> all = PythonItems.of(collection.attribute("_all_columns"));
    if (all != null) {
      return all;
    }
    return collection.attribute("_data") instanceof PyObject dict ? values(dict) : null;
  }

  /** What a view, such as the columns of a constraint, is a view of. */
  private static @Nullable Object parent(@Nullable Object node) {
    return node instanceof PyObject view && view.attribute("_parent") instanceof PyObject parent
        ? parent
        : null;
  }

  /** Made of a list of pairs, in 0.6 filled one by one. */
  private static @Nullable List<Object> values(PyObject dict) {
    if (dict.typeArgs().size() == 1 && PythonItems.of(dict.typeArgs().get(0)) != null) {
      return second(PythonItems.of(dict.typeArgs().get(0)));
    }
    List<Object> values = new ArrayList<>();
    Dicts.entries(dict).forEach((key, value) -> values.add(value));
    return values;
  }

  private static @Nullable List<Object> second(@Nullable List<Object> pairs) {
    if (pairs == null) {
      return null;
    }
    List<Object> columns = new ArrayList<>(pairs.size());
    for (Object pair : pairs) {
      List<Object> parts = PythonItems.of(pair);
      if (parts == null || parts.size() < 2) {
        return null;
      }
      columns.add(parts.get(1));
    }
    return columns;
  }
}
