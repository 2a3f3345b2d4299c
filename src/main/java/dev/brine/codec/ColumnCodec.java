package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Opaque;
import dev.brine.expr.TableRef;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Types;
import java.util.List;

/**
 * Columns of anything but a table of the metadata, which a persistent id stands for. SQLAlchemy
 * writes the column of an alias with everything it copied from the table's column; Brine writes the
 * call that looks it up, {@code operator.getitem(alias.c, key)}, and reads both.
 */
final class ColumnCodec {

  private static final PyGlobal COLUMN = new PyGlobal("sqlalchemy.sql.schema", "Column");
  private static final PyGlobal COLUMN_CLAUSE = PythonClasses.element("ColumnClause");
  private static final PyGlobal GETITEM = PythonClasses.standardOperator("getitem");
  private static final PyGlobal GETITEM_PUBLIC = new PyGlobal("operator", "getitem");
  private static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");
  private static final String COLUMNS = "c";

  static final NodeCodec<ColumnRef> ENTRY =
      new NodeCodec<>(
          ColumnRef.class,
          List.of(COLUMN, COLUMN_CLAUSE, GETITEM, GETITEM_PUBLIC),
          ColumnCodec::decode,
          ColumnCodec::encode);

  private ColumnCodec() {}

  private static ClauseElement decode(NodeReader in) {
    if (in.simpleName().equals(GETITEM.name())) {
      return lookUp(in);
    }
    FromClause table = in.fromOrNull("table");
    if (table == null && in.className().equals(COLUMN.path())) {
      throw in.refuse("a Column without a table");
    }
    return new ColumnRef(
        table,
        in.name("name"),
        in.find("key") == null ? in.text("name") : in.text("key"),
        in.type("type", Types.NULL),
        in.flag("is_literal"));
  }

  private static ColumnRef lookUp(NodeReader in) {
    if (in.argument(0) instanceof PyObject columns
        && GETATTR.equals(columns.callable())
        && columns.args().size() == 2
        && COLUMNS.equals(columns.args().get(1))
        && in.argument(1) instanceof String key) {
      FromClause from = in.decoder().from(columns.args().get(0), in.argumentPath(0));
      if (!(from instanceof Opaque)) {
        return from.c(key);
      }
    }
    throw in.refuse("its arguments");
  }

  private static Object encode(ColumnRef column, ExprToGraph out) {
    FromClause table = column.table();
    if (table instanceof TableRef ref) {
      return ref.table().column(column.key());
    }
    if (table != null) {
      return PyObject.reduce(GETITEM, out.columnsOf(table), column.key());
    }
    return new NodeWriter(out)
        .put("key", column.key())
        .name("name", column.name())
        .put("table", PyNone.NONE)
        .type(column.type())
        .put("is_literal", column.isLiteral())
        .make(COLUMN_CLAUSE);
  }

  /** The call {@code getattr(element, "c")}. */
  static Object columnsOf(Object element) {
    return PyObject.reduce(GETATTR, element, COLUMNS);
  }
}
