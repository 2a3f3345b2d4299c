package dev.brine.series;

import dev.brine.expr.MappedClass;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonItems;
import java.util.List;

/** Which statements 1.3 has a Query for, and which are Core's all the same. */
final class OrmShapes13 {

  /** What only the ORM reads, and says nothing in a statement of Core. */
  static final List<String> NOTES =
      List.of("_propagate_attrs", "_compile_options", "_memoized_select_entities", "_with_options");

  private static final String NOTE = "_propagate_attrs";

  private OrmShapes13() {}

  /** Whether the ORM must make the columns or joins of a SELECT. */
  static boolean isOfOrm(Reshaping select) {
    if (select.get(NOTE) == null) {
      return false;
    }
    return PythonItems.ofNode(orNone(select, "_raw_columns")).stream()
            .anyMatch(OrmShapes13::isEntity)
        || !PythonItems.ofNode(orNone(select, "_setup_joins")).isEmpty();
  }

  private static Object orNone(Reshaping object, String key) {
    Object value = object.get(key);
    return value == null ? PyNone.NONE : value;
  }

  @SuppressWarnings("ReferenceEquality") // the very node, unless it stands for another
  private static boolean isEntity(Object node) {
    return node instanceof MappedClass
        || (node instanceof PyObject && EntityShapes13.entity(node) != node);
  }
}
