package dev.brine.codec;

import dev.brine.error.BrineException;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.PersistentId;
import java.util.Map;

/** Says in a word or two what a graph is at its root, for whichever series. */
final class GraphKind {

  private static final Map<String, String> STATEMENTS =
      Map.of(
          "Select", "select",
          "CompoundSelect", "compound select",
          "Insert", "insert",
          "Update", "update",
          "Delete", "delete",
          "TextClause", "text",
          "_TextClause", "text",
          "TextualSelect", "text",
          "MetaData", "metadata",
          "Query", "query");

  private GraphKind() {}

  /**
   * @param mapped whether mapped classes are part of the graph
   */
  static String of(Object root, boolean mapped) {
    if (root instanceof PyList) {
      return "list";
    }
    if (root instanceof PyTuple) {
      return "tuple";
    }
    if (root instanceof PyDict) {
      return "dict";
    }
    if (root instanceof PyPersistent persistent) {
      return ofId(persistent);
    }
    if (root instanceof PyGlobal) {
      return "class";
    }
    return root instanceof PyObject object ? ofObject(object, mapped) : "value";
  }

  private static String ofId(PyPersistent persistent) {
    try {
      PersistentId id = PersistentId.parse(persistent.id());
      String text = id.text();
      String kind = text.substring(0, text.indexOf(':'));
      return kind.equals("mapperprop") || kind.equals("attribute") ? "mapped attribute" : kind;
    } catch (BrineException unknown) {
      return "unknown reference";
    }
  }

  private static String ofObject(PyObject object, boolean mapped) {
    String path = object.className();
    if (!path.startsWith("sqlalchemy.")) {
      return "object";
    }
    String simple = path.substring(path.lastIndexOf('.') + 1).replaceFirst("^Annotated_?", "");
    String statement = STATEMENTS.get(simple);
    if (statement != null) {
      return mapped && !statement.equals("metadata") ? "ORM " + statement : statement;
    }
    if (simple.equals("_queryable_attribute_unreduce")) {
      return "mapped attribute";
    }
    if (path.startsWith("sqlalchemy.engine.")) {
      return "rows";
    }
    if (path.startsWith("sqlalchemy.orm.strategy_options.")) {
      return "loader option";
    }
    boolean isType = path.contains(".sqltypes.") || path.startsWith("sqlalchemy.types.");
    return isType ? "type" : "expression";
  }
}
