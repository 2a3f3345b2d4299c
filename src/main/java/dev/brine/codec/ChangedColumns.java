package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.series.Reshaping;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Renames the columns that an INSERT or UPDATE names by text, in the graph of a dump whose ids are
 * not resolved. Immutable.
 *
 * @param naming gives the new key of a column of an element by the old one
 */
record ChangedColumns(BiFunction<Object, String, String> naming) {

  /** Dicts by column, lists of such dicts, pairs of a column and a value, or lists of columns. */
  private static final List<String> OF_STATEMENT =
      List.of(
          "_values",
          "_ordered_values",
          "_multi_values",
          "_select_names",
          "select_names",
          "parameters");

  private static final List<String> OF_UPSERT =
      List.of("update_values_to_set", "inferred_target_elements", "update", "_parameter_ordering");

  private static final Set<String> NAMES =
      Set.of("_select_names", "select_names", "inferred_target_elements", "_parameter_ordering");

  /** Tuples of lists of dicts whose keys are columns; an immutable dict counts twice. */
  private static final int DEEPEST = 5;

  private static final String UPSERT = "_post_values_clause";
  private static final String TABLE = "table";

  /** Whether it is a statement that changes a table, or an alias of one. */
  static boolean isChange(PyObject object) {
    return object.attribute(TABLE) != null
        && OF_STATEMENT.stream().anyMatch(key -> object.attribute(key) != null);
  }

  /** The statement with its columns by their new names; its parts are those of the old one. */
  PyObject renamed(PyObject statement) {
    Object table = Objects.requireNonNull(statement.attribute(TABLE));
    Reshaping state = new Reshaping(statement);
    rename(state, OF_STATEMENT, table);
    if (state.get(UPSERT) instanceof PyObject clause) {
      Reshaping upsert = new Reshaping(clause);
      rename(upsert, OF_UPSERT, table);
      state.put(UPSERT, upsert.done());
    }
    return state.done();
  }

  private void rename(Reshaping state, List<String> keys, Object table) {
    for (String key : keys) {
      Object value = state.get(key);
      if (value != null) {
        state.put(key, NAMES.contains(key) ? names(value, table) : columns(value, table, 0));
      }
    }
  }

  /** Of a list of nothing but columns, those that are given by name. */
  private Object names(Object node, Object table) {
    List<Object> names = PythonItems.of(node);
    return names == null
        ? node
        : new PyList(
            names.stream()
                .map(each -> Texts.isText(each) ? naming.apply(table, Texts.of(each)) : each)
                .toList());
  }

  /** Text is a column wherever it stands, but for the values of a dict or a pair. */
  private Object columns(Object node, Object table, int depth) {
    if (depth > DEEPEST) {
      return node;
    }
    if (Texts.isText(node)) {
      return naming.apply(table, Texts.of(node));
    }
    if (node instanceof PyDict dict) {
      PyDict renamed = new PyDict();
      dict.forEach((key, value) -> renamed.put(columns(key, table, depth + 1), value));
      return renamed;
    }
    if (node instanceof PyTuple pair && isPair(pair)) {
      return PyTuple.of(columns(pair.get(0), table, depth + 1), pair.get(1));
    }
    if (node instanceof PyTuple tuple) {
      return PyTuple.of(
          tuple.asList().stream().map(each -> columns(each, table, depth + 1)).toList());
    }
    if (node instanceof PyList list) {
      return new PyList(
          list.asList().stream().map(each -> columns(each, table, depth + 1)).toList());
    }
    return node instanceof PyObject object && Dicts.isImmutable(object)
        ? Dicts.immutable((PyDict) columns(Dicts.of(object), table, depth + 1))
        : node;
  }

  private static boolean isPair(PyTuple tuple) {
    return tuple.size() == 2
        && !(tuple.get(0) instanceof PyDict)
        && !(tuple.get(0) instanceof PyList)
        && tuple.get(0) != PyNone.NONE;
  }
}
