package dev.brine.codec;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.UsageException;
import dev.brine.error.Wording;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.Table;
import dev.brine.shape.NotUnderstood;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a plainly pickled {@code MetaData}, in which tables and columns are written in full,
 * to a {@link MetaData}. Each series from 0.6 to 2.1 keeps the columns in another collection
 * ({@code sql/schema.py} and {@code sql/base.py}, before 0.9 {@code schema.py} and {@code
 * sql/expression.py}); they are told apart by what is there. Stateless to its callers.
 */
public final class GraphToMetaData {

  private static final String META_DATA = "schema.MetaData";
  private static final String SCHEMA = "schema";

  /** Far from the numbers of any statement that a default is written into. */
  private static final long FIRST_TOKEN = 1L << 40;

  private final GraphToExpr decoder = new GraphToExpr(new NameCodec(FIRST_TOKEN));
  private final IdentityHashMap<Object, String> constraints = new IdentityHashMap<>();

  private GraphToMetaData() {}

  /**
   * The tables of the graph.
   *
   * @throws UsageException if the graph is something else than a MetaData with its tables
   * @throws MalformedPickleException if a part of it is not what SQLAlchemy would have written
   */
  public static MetaData decode(Object graph) {
    if (!(graph instanceof PyObject metadata) || !metadata.className().endsWith(META_DATA)) {
      throw new UsageException(
          "the pickle holds %s, not a MetaData"
              .formatted(graph instanceof PyObject other ? Wording.a(other.className()) : graph),
          "pickle.dumps(metadata) writes one; the dump of a query does not hold its tables");
    }
    try {
      return new GraphToMetaData().tables(metadata);
    } catch (NotUnderstood answer) {
      // Of a statement that would be carried unread; there are no tables without their names.
      throw new MalformedPickleException(
          "the MetaData holds " + answer.getMessage(),
          "write it anew with pickle.dumps(metadata)",
          answer);
    }
  }

  private MetaData tables(PyObject metadata) {
    GraphPath path = GraphPath.ROOT.attribute("tables");
    QuotedName schema = name(metadata, SCHEMA, "quote_schema", GraphPath.ROOT);
    MetaData.Builder tables = MetaData.builder();
    for (Object table : Containers.values(metadata.attribute("tables"))) {
      if (!(table instanceof PyObject object)) {
        throw new UsageException(
            "the MetaData was written by sqlalchemy.ext.serializer, which leaves out the tables",
            "write it with pickle.dumps(metadata)");
      }
      try {
        tables.table(table(object, schema, path));
      } catch (IllegalArgumentException e) {
        throw new MalformedPickleException(e.getMessage() + " at " + path, null, e);
      }
    }
    return tables.build();
  }

  private Table table(PyObject graph, @Nullable QuotedName defaultSchema, GraphPath parent) {
    QuotedName name = required(name(graph, "name", "quote", parent), "a table's name", parent);
    GraphPath path = parent.attribute(name.text());
    Table.Builder table =
        Table.named(name)
            .schema(name(graph, SCHEMA, "quote_schema", path.attribute(SCHEMA)))
            .implicitReturning(!Boolean.FALSE.equals(graph.attribute("implicit_returning")));
    for (Object column : columns(graph.attribute("_columns"))) {
      PyObject object = decoder.cast(PyObject.class, "a column", column, path);
      table.column(column(object, defaultSchema, path));
    }
    return table.build();
  }

  /** In the order of the table. */
  private static List<Object> columns(@Nullable Object collection) {
    if (!(collection instanceof PyObject object)) {
      return List.of();
    }
    // 1.4 and later: (key, column, …) each.
    Object pairs = object.attribute("_collection");
    if (pairs != null) {
      return Containers.elements(pairs).stream()
          .map(pair -> Containers.elements(pair).get(1))
          .toList();
    }
    // 0.9 to 1.3.
    Object all = object.attribute("_all_columns");
    if (all != null) {
      return Containers.elements(all);
    }
    return Containers.values(object.attribute("_data"));
  }

  private Column.Spec column(PyObject graph, @Nullable QuotedName defaultSchema, GraphPath parent) {
    QuotedName name = required(name(graph, "name", "quote", parent), "a column's name", parent);
    GraphPath path = parent.attribute(name.text());
    QuotedName key = name(graph, "key", "quote", path);
    Object type = required(graph.attribute("type"), "a column's type", path);
    List<ForeignKey> foreignKeys = new ArrayList<>();
    for (Object each : Containers.elements(graph.attribute("foreign_keys"))) {
      if (each instanceof PyObject foreignKey) {
        foreignKeys.add(
            foreignKey(foreignKey, name, defaultSchema, path).within(constraint(foreignKey)));
      }
    }
    return new Column.Spec(
        name,
        key == null ? name.text() : key.text(),
        decoder.types().read(type, path.attribute("type")),
        !Boolean.FALSE.equals(graph.attribute("nullable")),
        Boolean.TRUE.equals(graph.attribute("primary_key")),
        foreignKeys,
        new ColumnDefaultsReader(decoder).read(graph, path));
  }

  private ForeignKey foreignKey(
      PyObject graph, QuotedName column, @Nullable QuotedName defaultSchema, GraphPath path) {
    Object target = required(graph.attribute("_colspec"), "a foreign key's target", path);
    if (target instanceof PyObject object && object.attribute("table") instanceof PyObject table) {
      return ofColumn(object, table, path);
    }
    String text = required(text(target, path), "a foreign key's target", path).text();
    // "table" alone means the column there that is called as this one.
    ForeignKey written =
        text.indexOf('.') < 0 ? new ForeignKey(text, column.text()) : ForeignKey.of(text);
    boolean inherits = defaultSchema != null && written.table().indexOf('.') < 0;
    return inherits
        ? new ForeignKey(defaultSchema + "." + written.table(), written.column())
        : written;
  }

  /** A name for the constraint that a foreign key is part of; null where it is part of none. */
  private @Nullable String constraint(PyObject foreignKey) {
    Object constraint = foreignKey.attribute("constraint");
    return constraint instanceof PyObject
        ? constraints.computeIfAbsent(constraint, any -> "fk" + (constraints.size() + 1))
        : null;
  }

  private ForeignKey ofColumn(PyObject column, PyObject table, GraphPath path) {
    QuotedName name = required(name(table, "name", "quote", path), "a table's name", path);
    QuotedName schema = name(table, SCHEMA, "quote_schema", path);
    QuotedName key = required(name(column, "key", "quote", path), "a column's key", path);
    String tableKey = schema == null ? name.text() : schema.text() + "." + name.text();
    return new ForeignKey(tableKey, key.text());
  }

  /**
   * The name under a key.
   *
   * @param quote the key of the flag beside it that says, before 0.9, whether to quote it
   */
  private @Nullable QuotedName name(PyObject graph, String key, String quote, GraphPath path) {
    QuotedName name = text(graph.attribute(key), path.attribute(key));
    return name != null && graph.attribute(quote) instanceof Boolean always
        ? new QuotedName(name.text(), always ? Quoting.ALWAYS : Quoting.NEVER)
        : name;
  }

  private @Nullable QuotedName text(@Nullable Object node, GraphPath path) {
    if (node == null || node == PyNone.NONE) {
      return null;
    }
    Name name = decoder.names().read(node, path);
    return name instanceof QuotedName quoted ? quoted : null;
  }

  private static <T> T required(@Nullable T value, String what, GraphPath path) {
    if (value == null) {
      throw new MalformedPickleException("%s is missing at %s".formatted(what, path));
    }
    return value;
  }
}
