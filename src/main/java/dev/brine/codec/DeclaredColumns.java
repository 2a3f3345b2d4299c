package dev.brine.codec;

import dev.brine.expr.ColumnRef;
import dev.brine.pickle.PyObject;
import dev.brine.shape.ColumnCollections;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns that an element was given when it was made. In a dump they refer back to it; in a tree
 * they belong to nothing.
 */
final class DeclaredColumns {

  private DeclaredColumns() {}

  /** Those in the {@code ColumnCollection} under a key. */
  static List<ColumnRef> ofCollection(NodeReader in, String key) {
    Object collection = in.find(key);
    if (collection == null) {
      return List.of();
    }
    List<Object> nodes = ColumnCollections.columns(collection);
    if (nodes == null) {
      throw in.refuse("state key '" + key + "'");
    }
    GraphPath path = in.path(key);
    List<ColumnRef> columns = new ArrayList<>();
    nodes.forEach(node -> columns.add(read(in, node, path.index(columns.size()))));
    return columns;
  }

  /** Those in the list or tuple under a key. */
  static List<ColumnRef> ofList(NodeReader in, String key) {
    return in.each(key, (node, path) -> read(in, node, path));
  }

  static ColumnRef read(NodeReader in, Object node, GraphPath path) {
    if (node instanceof PyObject column && column != in.node()) {
      ColumnRef declared = ColumnCodec.declared(in, column, path);
      if (declared != null) {
        return declared;
      }
    }
    if (in.decoder().column(node, path) instanceof ColumnRef column) {
      return column;
    }
    throw in.refuse("a column at " + path);
  }
}
