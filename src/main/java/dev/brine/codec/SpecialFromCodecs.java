package dev.brine.codec;

import dev.brine.expr.ColumnRef;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Lateral;
import dev.brine.expr.ScalarValues;
import dev.brine.expr.TableSample;
import dev.brine.expr.Values;
import dev.brine.expr.ValuesData;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VALUES, LATERAL and TABLESAMPLE (rel_2_0_52, {@code sql/selectable.py}). */
final class SpecialFromCodecs {

  private static final PyGlobal LATERAL = PythonClasses.selectable("Lateral");
  private static final PyGlobal SAMPLE = PythonClasses.selectable("TableSample");
  private static final PyGlobal VALUES = PythonClasses.selectable("Values");
  private static final PyGlobal SCALAR_VALUES = PythonClasses.selectable("ScalarValues");

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(
              Lateral.class,
              LATERAL,
              in -> new Lateral(in.from("element"), in.name("name")),
              (lateral, out) ->
                  new NodeWriter(out)
                      .element("element", lateral.element())
                      .name("name", lateral.name())
                      .make(LATERAL)),
          NodeCodec.of(
              TableSample.class,
              SAMPLE,
              SpecialFromCodecs::sample,
              (sample, out) ->
                  new NodeWriter(out)
                      .element("element", sample.element())
                      .name("name", sample.name())
                      .element("sampling", sample.sampling())
                      .element("seed", sample.seed())
                      .make(SAMPLE)),
          NodeCodec.of(Values.class, VALUES, SpecialFromCodecs::values, SpecialFromCodecs::write),
          NodeCodec.of(
              ScalarValues.class,
              SCALAR_VALUES,
              in -> {
                in.find("type");
                return new ScalarValues(data(in));
              },
              (values, out) -> data(values.data(), out).make(SCALAR_VALUES)));

  private SpecialFromCodecs() {}

  private static TableSample sample(NodeReader in) {
    if (in.element("sampling") instanceof FunctionCall sampling) {
      return new TableSample(
          in.from("element"), in.name("name"), sampling, in.columnOrNull("seed"));
    }
    throw in.refuse("state key 'sampling'");
  }

  private static Values values(NodeReader in) {
    // In 1.4, and in the portable form, those have no name that are printed without one.
    Name name =
        in.find("name") == null
            ? AnonymousName.of(in.decoder().names().nextToken(), "anon")
            : in.name("name");
    return new Values(
        data(in), name, naming(in), in.flag("_is_lateral"), StatementOptionsCodec.ctes(in));
  }

  /** In 1.4 lateral() gives a name that is printed, and that no column is called by. */
  private static Values.Naming naming(NodeReader in) {
    boolean isNamed = !in.has("named_with_column") || in.flag("named_with_column");
    if (isNamed) {
      in.find("_unnamed");
      return Values.Naming.NAMED;
    }
    boolean isUnnamed = in.has("_unnamed") ? in.flag("_unnamed") : in.find("name") == null;
    return isUnnamed ? Values.Naming.UNNAMED : Values.Naming.BEHIND;
  }

  private static ValuesData data(NodeReader in) {
    List<ColumnRef> columns = DeclaredColumns.ofList(in, "_column_args");
    List<SqlType> types = columns.stream().map(ColumnRef::type).toList();
    List<List<List<@Nullable Object>>> chunks =
        in.each("_data", (chunk, path) -> rows(in, chunk, path, types));
    return new ValuesData(columns, chunks, in.flag("literal_binds"));
  }

  private static List<List<@Nullable Object>> rows(
      NodeReader in, Object chunk, GraphPath path, List<SqlType> types) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object row : in.itemsOf(chunk, path)) {
      List<Object> nodes = row(in, row, path.index(rows.size()));
      if (nodes.size() != types.size()) {
        throw in.refuse("a row of another width");
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < nodes.size(); i++) {
        values.add(value(in, nodes.get(i), path.index(rows.size()).index(i), types.get(i)));
      }
      rows.add(values);
    }
    return rows;
  }

  /** Of a dict SQLAlchemy takes the keys, as Python does of whatever it goes through. */
  private static List<Object> row(NodeReader in, Object row, GraphPath path) {
    if (!(row instanceof PyDict dict)) {
      return in.itemsOf(row, path);
    }
    List<Object> keys = new ArrayList<>();
    dict.forEach((key, value) -> keys.add(key));
    return keys;
  }

  /** Only the type tells a member of an Enum from any other object. */
  private static @Nullable Object value(NodeReader in, Object node, GraphPath path, SqlType type) {
    Object member = type.isA(TypeName.ENUM) ? EnumMembers.of(in.decoder().value(node), type) : null;
    return member instanceof PythonEnumMember ? member : new AssignmentCodec(in).value(node, path);
  }

  private static Object write(Values values, ExprToGraph out) {
    NodeWriter state =
        data(values.data(), out)
            .name("name", values.name())
            .put("_unnamed", values.naming() == Values.Naming.UNNAMED)
            .put("named_with_column", values.naming() == Values.Naming.NAMED);
    if (values.isLateral()) {
      state.put("_is_lateral", true);
    }
    StatementOptionsCodec.writeCtes(values.ctes(), state);
    return state.make(VALUES);
  }

  private static NodeWriter data(ValuesData data, ExprToGraph out) {
    List<Object> chunks = new ArrayList<>();
    for (List<List<@Nullable Object>> chunk : data.chunks()) {
      List<Object> rows = new ArrayList<>();
      chunk.forEach(row -> rows.add(PyTuple.of(row.stream().map(out::elementOrValue).toList())));
      chunks.add(new PyList(rows));
    }
    return new NodeWriter(out)
        .tuple("_column_args", data.declared())
        .put("_data", PyTuple.of(chunks))
        .put("literal_binds", data.hasLiteralBinds());
  }
}
