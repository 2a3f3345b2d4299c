package dev.brine.codec;

import dev.brine.pickle.PyObject;
import dev.brine.series.Reshaping;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a statement orders or groups by, where a text names them: such a text means
 * nothing without its statement. Mutable, one for each graph.
 */
final class LabelReferences {

  private static final String REFERENCE = PythonClasses.element("_textual_label_reference").path();

  /** What they may be in: up to 1.3 a clause list, then a tuple (sql/selectable.py). */
  private static final List<String> CLAUSES =
      List.of(
          "_order_by_clause",
          "_order_by_clauses",
          "_group_by_clause",
          "_group_by_clauses",
          "_distinct_on");

  /** A list of a few modifiers, {@code nulls_last(desc(…))}; a hostile dump may hold a cycle. */
  private static final int DEEPEST = 20;

  private static final String ELEMENT = "element";

  private final IdentityHashMap<PyObject, PyObject> statements = new IdentityHashMap<>();

  /** Remembers those of a statement, which is met before them. */
  void lookIn(PyObject statement) {
    CLAUSES.forEach(key -> look(statement.attribute(key), statement, 0));
  }

  private void look(@Nullable Object node, PyObject statement, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    List<Object> items = PythonItems.of(node);
    if (items != null) {
      items.forEach(each -> look(each, statement, depth + 1));
    } else if (node instanceof PyObject object && isOne(object)) {
      statements.putIfAbsent(object, statement);
    } else if (node instanceof PyObject object && object.attribute("modifier") != null) {
      look(object.attribute(ELEMENT), statement, depth + 1);
    } else if (node instanceof PyObject object) {
      look(object.attribute("clauses"), statement, depth + 1);
    }
  }

  boolean isOne(PyObject object) {
    return PythonClasses.canonical(object.className()).equals(REFERENCE);
  }

  /**
   * The reference by the new name.
   *
   * @param naming gives the new name of what a statement calls so; null if it stays
   */
  PyObject renamed(PyObject reference, BiFunction<PyObject, String, @Nullable String> naming) {
    PyObject statement = statements.get(reference);
    String text = ColumnOrigins.textOf(reference.attribute(ELEMENT));
    String now = statement == null || text == null ? null : naming.apply(statement, text);
    return now == null ? reference : new Reshaping(reference).put(ELEMENT, now).done();
  }
}
