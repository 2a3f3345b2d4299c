package dev.brine.codec;

import dev.brine.expr.ColumnRef;
import dev.brine.expr.TableClause;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables of which only the name is known (rel_2_0_52, {@code sql/selectable.py}). Such a table and
 * its columns refer to each other; Brine writes the call that makes them do so, {@code
 * TableClause(name, *columns)}, and reads both.
 */
final class TableClauseCodec {

  private static final PyGlobal TABLE_CLAUSE = PythonClasses.selectable("TableClause");

  static final NodeCodec<TableClause> ENTRY =
      NodeCodec.of(
          TableClause.class, TABLE_CLAUSE, TableClauseCodec::decode, TableClauseCodec::encode);

  private TableClauseCodec() {}

  private static TableClause decode(NodeReader in) {
    in.find("fullname");
    boolean isCall = in.argumentCount() > 0;
    return new TableClause(
        quoted(
            in,
            isCall
                ? in.decoder().names().read(in.argument(0), in.argumentPath(0))
                : in.name("name")),
        in.find("schema") == null ? null : quoted(in, in.name("schema")),
        isCall ? arguments(in) : DeclaredColumns.ofCollection(in, "_columns"));
  }

  private static List<ColumnRef> arguments(NodeReader in) {
    List<ColumnRef> columns = new ArrayList<>();
    for (int i = 1; i < in.argumentCount(); i++) {
      columns.add(DeclaredColumns.read(in, in.argument(i), in.argumentPath(i)));
    }
    return columns;
  }

  private static QuotedName quoted(NodeReader in, Name name) {
    if (name instanceof QuotedName quoted) {
      return quoted;
    }
    throw in.refuse("an anonymous name");
  }

  private static Object encode(TableClause table, ExprToGraph out) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(out.name(table.name()));
    arguments.addAll(out.elements(table.declared()));
    PyObject made = PyObject.reduce(TABLE_CLAUSE, arguments.toArray());
    @Nullable QuotedName schema = table.schema();
    return schema == null
        ? made
        : made.build(
            new NodeWriter(out)
                .name("schema", schema)
                .put("fullname", schema.text() + "." + table.name().text())
                .state());
  }
}
