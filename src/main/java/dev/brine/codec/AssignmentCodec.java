package dev.brine.codec;

import dev.brine.error.Wording;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ValuesRow;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.shape.Dicts;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PersistentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads columns and what they are set to. */
final class AssignmentCodec {

  private final NodeReader in;
  private final GraphToExpr decoder;

  AssignmentCodec(NodeReader in) {
    this.in = in;
    this.decoder = in.decoder();
  }

  /** Of a dict, immutable or not; null where there is none. */
  @Nullable List<Assignment> ofDict(String key) {
    Object value = in.find(key);
    return value == null ? null : ofDict(value, in.path(key));
  }

  List<Assignment> ofDict(Object node, GraphPath path) {
    PyDict dict =
        node instanceof PyObject object && Dicts.isImmutable(object)
            ? Dicts.of(object)
            : decoder.cast(PyDict.class, "a dict", node, path);
    List<Assignment> all = new ArrayList<>();
    dict.forEach((column, value) -> all.add(assignment(column, value, path)));
    return all;
  }

  /** Of a list of pairs; null where there is none. */
  @Nullable List<Assignment> ofPairs(String key) {
    Object value = in.find(key);
    return value == null ? null : ofPairs(value, in.path(key));
  }

  List<Assignment> ofPairs(Object node, GraphPath path) {
    List<Assignment> all = new ArrayList<>();
    for (Object each : in.itemsOf(node, path)) {
      List<Object> pair = in.itemsOf(each, path.index(all.size()));
      if (pair.size() != 2) {
        throw GraphToExpr.wrong("a column and its value", each, path.index(all.size()));
      }
      all.add(assignment(pair.get(0), pair.get(1), path.index(all.size())));
    }
    return all;
  }

  private Assignment assignment(Object column, Object value, GraphPath path) {
    String name = in.nameOrNull(column, path);
    GraphPath where = path.attribute(name == null ? column.toString() : name);
    Object read = value(value, where);
    return name == null
        ? Assignment.of(decoder.column(column, where), read)
        : Assignment.of(name, read);
  }

  /** One row of an INSERT of many. */
  ValuesRow row(Object node, GraphPath path) {
    if (node instanceof PyTuple || node instanceof PyList) {
      List<@Nullable Object> values = new ArrayList<>();
      in.itemsOf(node, path).forEach(value -> values.add(value(value, path.index(values.size()))));
      return new ValuesRow.InOrder(values, node instanceof PyTuple);
    }
    return new ValuesRow.OfColumns(ofDict(node, path));
  }

  /** An expression, or a plain value. */
  @Nullable Object value(Object node, GraphPath path) {
    boolean mayBeElement =
        node instanceof PyObject
            || node instanceof Table
            || node instanceof Column
            || node instanceof PersistentId;
    if (!mayBeElement) {
      return decoder.value(node);
    }
    Object plain = node instanceof PyObject object ? decoder.plainOf(object) : null;
    if (plain != null) {
      return plain;
    }
    ClauseElement element = decoder.element(node, path);
    if (element instanceof ColumnElement) {
      return element;
    }
    throw new NotUnderstood(
        "%s as a value at %s".formatted(Wording.a(element.getClass().getSimpleName()), path));
  }
}
