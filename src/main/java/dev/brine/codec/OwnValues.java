package dev.brine.codec;

import dev.brine.expr.JsonNull;
import dev.brine.expr.JsonPath;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonInts;
import dev.brine.pickle.PythonTuple;
import dev.brine.pickle.PythonValues;
import dev.brine.shape.RangeCodec;
import dev.brine.shape.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values of SQLAlchemy's own classes, which {@link PythonValues} leaves nodes: ranges and {@code
 * JSON.NULL}, as far down as lists and tuples go.
 */
final class OwnValues {

  private static final PyGlobal SYMBOL = new PyGlobal("sqlalchemy.util.langhelpers", "symbol");
  private static final String JSON_NULL = "JSON_NULL";

  private OwnValues() {}

  /** The value with what is SQLAlchemy's own read. */
  static @Nullable Object read(@Nullable Object value) {
    if (value instanceof Long || value instanceof String) {
      return value; // what long lists are made of
    }
    if (value instanceof PyObject object) {
      return isJsonNull(object) ? JsonNull.NULL : RangeCodec.read(object);
    }
    return inside(value, OwnValues::read);
  }

  /** The value with nodes for what is SQLAlchemy's own. */
  static @Nullable Object write(@Nullable Object value) {
    if (value instanceof Long || value instanceof String) {
      return value; // what long lists are made of
    }
    if (value instanceof JsonPath path) {
      return new PythonTuple(new ArrayList<>(path));
    }
    // The number that Python adds is another in each process, and refused where it differs.
    return value == JsonNull.NULL
        ? PyObject.reduce(SYMBOL, JSON_NULL)
        : inside(RangeCodec.write(value), OwnValues::write);
  }

  private static boolean isJsonNull(PyObject object) {
    return JSON_NULL.equals(Symbols.name(object));
  }

  private static @Nullable Object inside(
      @Nullable Object value, UnaryOperator<@Nullable Object> change) {
    if (value instanceof PythonTuple tuple) {
      List<@Nullable Object> changed = changed(tuple.elements(), change);
      return changed == tuple.elements() ? tuple : new PythonTuple(changed);
    }
    return value instanceof List<?> list && !(value instanceof PythonInts)
        ? changed(list, change)
        : value;
  }

  /** The same list if nothing in it changes: most do not, and one object stays one. */
  @SuppressWarnings("unchecked") // A list is only read.
  private static List<@Nullable Object> changed(
      List<?> list, UnaryOperator<@Nullable Object> change) {
    List<@Nullable Object> items = null;
    int at = 0;
    for (Object item : list) {
      Object made = change.apply(item);
      if (items == null && made != item) {
        items = new ArrayList<>(list);
      }
      if (items != null) {
        items.set(at, made);
      }
      at++;
    }
    return items == null ? (List<@Nullable Object>) list : items;
  }
}
