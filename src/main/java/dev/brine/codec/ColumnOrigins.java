package dev.brine.codec;

import dev.brine.codec.Renames.Kind;
import dev.brine.codec.Renames.Rename;
import dev.brine.expr.LabelStyle;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.MethodCall;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PersistentId;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Symbols;
import dev.brine.shape.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a column of an alias, a subquery or a CTE is called now, in the graph of a dump whose ids
 * are not resolved: after the column of a table, or with a table's name in front of it. Immutable.
 */
record ColumnOrigins(Renames renames) {

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

  private static final String JOIN = "Join";
  private static final String RAW_COLUMNS = "_raw_columns";

  private static final long MAX_DEPTH = Limit.MAX_NESTING.most();

  /**
   * A new key.
   *
   * @param rename the rename of a column that it follows from; null if it is a table's only
   * @param prefix what the key begins with; null if that is no name of a table
   */
  record Named(@Nullable Rename rename, String now, @Nullable LabelPrefix prefix) {}

  /** The new key; null if it stays as it is. */
  @Nullable Named of(@Nullable Object from, String key) {
    return of(from, key, 0);
  }

  /**
   * The new key of what a statement orders or groups by, where a text names that. With the table's
   * name it is of the columns that are selected, without of all of their tables' (rel_2_0_58,
   * {@code SelectState._label_resolve_dict}, sql/selectable.py).
   */
  @Nullable Named ofText(PyObject statement, String key) {
    if (statement.attribute(RAW_COLUMNS) == null) {
      return of(statement, key);
    }
    Named labelled = ofLabelled(statement.attribute(RAW_COLUMNS), key, 0);
    return labelled != null ? labelled : ofSources(statement.attribute(RAW_COLUMNS), key);
  }

  private @Nullable Named ofSources(@Nullable Object columns, String key) {
    List<Object> selected = items(columns);
    boolean isLabel =
        selected.stream()
            .anyMatch(
                each ->
                    each instanceof PyObject label
                        && label.attribute("table") == null
                        && key.equals(textOf(label.attribute("name"))));
    return isLabel
        ? null
        : selected.stream()
            .map(each -> of(source(each), key))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private @Nullable Named of(@Nullable Object from, String key, int depth) {
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
    if (isAnnotated(object)) {
      return object.typeArgs().isEmpty() ? null : of(object.typeArgs().get(0), key, depth + 1);
    }
    String path = PythonClasses.canonical(object.className());
    String name = path.substring(path.lastIndexOf('.') + 1);
    return HOLDERS.contains(name)
        ? of(object.attribute("element"), key, depth + 1)
        : ofStatement(name, object, key, depth + 1);
  }

  private @Nullable Named ofStatement(String name, PyObject object, String key, int depth) {
    return switch (name) {
      case "Select" ->
          isLabelled(object)
              ? ofLabelled(object.attribute(RAW_COLUMNS), key, depth)
              : ofSelected(object.attribute(RAW_COLUMNS), key, depth);
      case "CompoundSelect" -> {
        List<Object> selects = PythonItems.of(object.attribute("selects"));
        yield selects == null || selects.isEmpty() ? null : of(selects.get(0), key, depth);
      }
      case JOIN -> ofJoin(object, key, depth);
      default -> null;
    };
  }

  /** Its columns have the names of the tables in front, unless a SELECT of all of it gives them. */
  private @Nullable Named ofJoin(PyObject join, String key, int depth) {
    Named labelled = ofLabelled(PyTuple.of(join), key, depth);
    if (labelled != null) {
      return labelled;
    }
    Named left = of(join.attribute("left"), key, depth + 1);
    return left != null ? left : of(join.attribute("right"), key, depth + 1);
  }

  private @Nullable Named ofSelected(@Nullable Object columns, String key, int depth) {
    for (Object each : items(columns)) {
      Named origin = ofSelectedElement(each, key, depth);
      if (origin != null) {
        return origin;
      }
    }
    return null;
  }

  private @Nullable Named ofSelectedElement(Object element, String key, int depth) {
    if (element instanceof PyObject column && isColumn(column)) {
      return key.equals(keyOf(column)) ? of(column.attribute("table"), key, depth) : null;
    }
    return of(element, key, depth);
  }

  private @Nullable Named ofReference(PyPersistent reference, String key) {
    PersistentId id = PersistentId.parse(reference.id());
    if (id instanceof PersistentId.OfTable table) {
      return ofTable(table.key(), key);
    }
    return id instanceof PersistentId.OfColumn column && column.columnKey().equals(key)
        ? ofTable(column.tableKey(), key)
        : null;
  }

  private @Nullable Named ofTable(String table, String key) {
    Rename rename = new Rename(Kind.COLUMN, table + "." + key);
    String now = renames.columns().get(rename.old());
    return now == null ? null : new Named(rename, now, null);
  }

  /** Whether the names of its columns begin with those of their tables. */
  private static boolean isLabelled(PyObject select) {
    if (Boolean.TRUE.equals(select.attribute("use_labels"))) {
      return true;
    }
    try {
      Object style = select.attribute(LabelStyles.KEY);
      String symbol = Symbols.name(style); // up to 1.4
      Object read = symbol == null ? style : LabelStyles.ofSymbol(symbol);
      return LabelStyles.read(read) == LabelStyle.TABLENAME_PLUS_COL;
    } catch (NotUnderstood e) {
      return false;
    }
  }

  /** Of tables whose names begin alike, the longest is meant. */
  private @Nullable Named ofLabelled(@Nullable Object columns, String key, int depth) {
    return items(columns).stream()
        .flatMap(each -> labels(each, key, depth))
        .max(Comparator.comparing(label -> label.prefix().old().length()))
        .map(label -> named(label, depth))
        .orElse(null);
  }

  private record Label(LabelPrefix prefix, Object source, String key) {}

  private Stream<Label> labels(Object element, String key, int depth) {
    if (depth > MAX_DEPTH) {
      return Stream.empty();
    }
    if (element instanceof PyObject join && join.className().endsWith("." + JOIN)) {
      return Stream.of("left", "right")
          .map(join::attribute)
          .filter(Objects::nonNull)
          .flatMap(side -> labels(side, key, depth + 1));
    }
    Object source = source(element);
    String only = columnKey(element);
    return LabelPrefix.of(source, renames.tables()).stream()
        .filter(prefix -> prefix.isOf(key))
        .map(prefix -> new Label(prefix, source, prefix.rest(key)))
        .filter(label -> only == null || only.equals(label.key()));
  }

  private @Nullable Named named(Label label, int depth) {
    LabelPrefix prefix = label.prefix();
    Named column = of(label.source(), label.key(), depth + 1);
    if (column == null) {
      return prefix.isRenamed() ? new Named(null, prefix.label(label.key()), prefix) : null;
    }
    return new Named(column.rename(), prefix.label(column.now()), prefix);
  }

  /** What the columns are of that an element of a SELECT gives. */
  private static Object source(Object element) {
    if (element instanceof PyPersistent reference
        && PersistentId.parse(reference.id()) instanceof PersistentId.OfColumn column) {
      return new PyPersistent(new PersistentId.OfTable(column.tableKey()).text());
    }
    if (!(element instanceof PyObject object)) {
      return element;
    }
    if (isAnnotated(object) && !object.typeArgs().isEmpty()) {
      return source(object.typeArgs().get(0));
    }
    Object table = isColumn(object) ? object.attribute("table") : null;
    return table == null ? object : table;
  }

  /** The key of an element that is one column; null if it is none. */
  private static @Nullable String columnKey(Object element) {
    if (element instanceof PyPersistent reference) {
      return PersistentId.parse(reference.id()) instanceof PersistentId.OfColumn column
          ? column.columnKey()
          : null;
    }
    if (!(element instanceof PyObject object)) {
      return null;
    }
    if (isAnnotated(object) && !object.typeArgs().isEmpty()) {
      return columnKey(object.typeArgs().get(0));
    }
    return isColumn(object) ? keyOf(object) : null;
  }

  private static boolean isAnnotated(PyObject object) {
    return PythonClasses.canonical(object.className()).startsWith(PythonClasses.ANNOTATED);
  }

  private static List<Object> items(@Nullable Object columns) {
    List<Object> items = PythonItems.of(columns);
    return items == null ? List.of() : items;
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
  static @Nullable String textOf(@Nullable Object name) {
    if (name instanceof PyObject call) {
      return call.typeArgs().isEmpty() || !NameCodec.isName(call)
          ? null
          : Texts.of(call.typeArgs().get(0));
    }
    return name != null && Texts.isText(name) ? Texts.of(name) : null;
  }
}
