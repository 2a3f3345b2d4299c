package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Autoincrement;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.ColumnDefaults.Server;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a plainly pickled {@code Column} come from (rel_2_0_58, {@code
 * sql/schema.py}; up to 1.4 one class, {@code ColumnDefault}, held values, functions and
 * expressions alike, so that they are told apart by what is held).
 */
final class ColumnDefaultsReader {

  private static final String ARGUMENT = "arg";
  private static final String DEFAULT = "default";

  private final GraphToExpr decoder;

  ColumnDefaultsReader(GraphToExpr decoder) {
    this.decoder = decoder;
  }

  ColumnDefaults read(PyObject column, GraphPath path) {
    return new ColumnDefaults(
        columnDefault(column.attribute(DEFAULT), path.attribute(DEFAULT)),
        columnDefault(column.attribute("onupdate"), path.attribute("onupdate")),
        server(column.attribute("server_default")),
        column.attribute("server_onupdate") instanceof PyObject,
        autoincrement(column.attribute("autoincrement")));
  }

  @Nullable ColumnDefault columnDefault(@Nullable Object node, GraphPath path) {
    if (!(node instanceof PyObject object)) {
      return null;
    }
    if (SequenceCodec.isSequence(object)) {
      return new ColumnDefault.NextValue(SequenceCodec.read(object, decoder, path));
    }
    Object argument = object.attribute(ARGUMENT);
    return argument == null
        ? new ColumnDefault.Callable(object.className())
        : ofArgument(argument, path.attribute(ARGUMENT));
  }

  private ColumnDefault ofArgument(Object argument, GraphPath path) {
    PyGlobal function = PyGlobal.named(argument);
    if (function != null) {
      return new ColumnDefault.Callable(function.path());
    }
    if (argument == PyNone.NONE) {
      return new ColumnDefault.Scalar(null);
    }
    if (argument instanceof PyByteString text) {
      return new ColumnDefault.Scalar(text.text());
    }
    Object value = decoder.value(argument);
    if (!(value instanceof PyNode)) {
      return new ColumnDefault.Scalar(value);
    }
    ClauseElement element = decoder.element(argument, path);
    return new ColumnDefault.Expression(element);
  }

  private static Server server(@Nullable Object node) {
    if (!(node instanceof PyObject object)) {
      return Server.NONE;
    }
    return object.className().endsWith(".Identity") ? Server.IDENTITY : Server.DEFAULT;
  }

  /** Up to 1.0 every column has True, which then meant what {@code "auto"} means since. */
  private static Autoincrement autoincrement(@Nullable Object node) {
    if (node instanceof Boolean on) {
      return on ? Autoincrement.ALWAYS : Autoincrement.NEVER;
    }
    boolean ignoresForeignKeys =
        node instanceof PyByteString text
            ? text.text().equals("ignore_fk")
            : "ignore_fk".equals(node);
    return ignoresForeignKeys ? Autoincrement.IGNORE_FOREIGN_KEY : Autoincrement.AUTO;
  }
}
