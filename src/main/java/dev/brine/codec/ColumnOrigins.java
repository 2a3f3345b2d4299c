package dev.brine.codec;

import dev.brine.pickle.Limit;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.shape.MethodCall;
import dev.brine.shape.PersistentId;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * After which column of a table a column of an alias, a subquery or a CTE is called, in the graph
 * of a dump whose ids are not resolved. Immutable.
 *
 * @param known the columns that are looked for, {@code users.name}
 */
record ColumnOrigins(Set<String> known) {

  /** What offers the columns of one element. */
  private static final Set<String> HOLDERS =
      Set.of(
          "Alias",
          "CTE",
          "FromGrouping",
          "Lateral",
          "ScalarSelect",
          "SelectStatementGrouping",
          "Subquery",
          "TableSample");

  private static final PyGlobal COLUMN = new PyGlobal("sqlalchemy.sql.schema", "Column");
  private static final PyGlobal COLUMN_CLAUSE = PythonClasses.element("ColumnClause");

  private static final long MAX_DEPTH = Limit.MAX_NESTING.most();

  /** The column of a table among those known; null if it is called after none. */
  @Nullable String of(@Nullable Object from, String key) {
    return of(from, key, 0);
  }

  private @Nullable String of(@Nullable Object from, String key, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    if (from instanceof PyPersistent reference) {
      return ofReference(reference, key);
    }
    if (!(from instanceof PyObject object)) {
      return null;
    }
    MethodCall call = MethodCall.read(object);
    if (call != null) {
      return of(call.receiver(), key, depth + 1);
    }
    String path = PythonClasses.canonical(object.className());
    if (path.startsWith(PythonClasses.ANNOTATED)) {
      return object.typeArgs().isEmpty() ? null : of(object.typeArgs().get(0), key, depth + 1);
    }
    String name = path.substring(path.lastIndexOf('.') + 1);
    return HOLDERS.contains(name)
        ? of(object.attribute("element"), key, depth + 1)
        : ofStatement(name, object, key, depth + 1);
  }

  private @Nullable String ofStatement(String name, PyObject object, String key, int depth) {
    return switch (name) {
      case "Select" -> ofSelected(object.attribute("_raw_columns"), key, depth);
      case "CompoundSelect" -> {
        List<Object> selects = PythonItems.of(object.attribute("selects"));
        yield selects == null || selects.isEmpty() ? null : of(selects.get(0), key, depth);
      }
      default -> null;
    };
  }

  private @Nullable String ofSelected(@Nullable Object columns, String key, int depth) {
    List<Object> selected = PythonItems.of(columns);
    for (Object each : selected == null ? List.of() : selected) {
      String origin = ofSelectedElement(each, key, depth);
      if (origin != null) {
        return origin;
      }
    }
    return null;
  }

  private @Nullable String ofSelectedElement(Object element, String key, int depth) {
    if (element instanceof PyObject column && isColumn(column)) {
      return key.equals(keyOf(column)) ? of(column.attribute("table"), key, depth) : null;
    }
    return of(element, key, depth);
  }

  private @Nullable String ofReference(PyPersistent reference, String key) {
    PersistentId id = PersistentId.parse(reference.id());
    String path = null;
    if (id instanceof PersistentId.OfTable table) {
      path = table.key() + "." + key;
    } else if (id instanceof PersistentId.OfColumn column && column.columnKey().equals(key)) {
      path = column.tableKey() + "." + key;
    }
    return path != null && known.contains(path) ? path : null;
  }

  /** Whether it is the object of a column, and not the id of one. */
  static boolean isColumn(PyObject object) {
    String path = PythonClasses.canonical(object.className());
    return path.equals(COLUMN.path()) || path.equals(COLUMN_CLAUSE.path());
  }

  /** What a column is found by. */
  static @Nullable String keyOf(PyObject column) {
    Object key = column.attribute("key");
    Object name = key == null ? column.attribute("name") : key;
    return name == null ? null : textOf(name);
  }

  /** Plain text, or what is called with it. */
  static @Nullable String textOf(Object name) {
    if (name instanceof PyObject call) {
      return call.typeArgs().isEmpty() || !NameCodec.isName(call)
          ? null
          : Texts.of(call.typeArgs().get(0));
    }
    return Texts.isText(name) ? Texts.of(name) : null;
  }
}
