package dev.brine.codec;

import dev.brine.expr.FromClause;
import dev.brine.expr.FunctionAsBinary;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.ScalarFunctionColumn;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableValuedAlias;
import dev.brine.expr.TableValuedAlias.Derivation;
import dev.brine.expr.TableValuedColumn;
import dev.brine.expr.TableValuedFunction;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import java.util.List;

/**
 * Functions that give tables, and what is made of them (rel_2_0_52, {@code sql/functions.py} and
 * {@code sql/selectable.py}). Such a function's type holds the columns of its table.
 */
final class TableValuedCodecs {

  static final PyGlobal TABLE_VALUE_TYPE = PythonClasses.type("TableValueType");

  private static final PyGlobal ALIAS = PythonClasses.selectable("TableValuedAlias");
  private static final PyGlobal COLUMN = PythonClasses.element("TableValuedColumn");
  private static final PyGlobal FIELD = PythonClasses.function("ScalarFunctionColumn");
  private static final PyGlobal COMPARISON = PythonClasses.function("FunctionAsBinary");

  static final List<NodeCodec<?>> ALL =
      List.of(
          // Its class is that of the function, by whose type it is told apart.
          new NodeCodec<>(
              TableValuedFunction.class,
              List.of(),
              in -> in.decoder().from(in.node(), GraphPath.ROOT),
              FunctionCodec::encode),
          NodeCodec.of(
              TableValuedAlias.class, ALIAS, TableValuedCodecs::alias, TableValuedCodecs::write),
          NodeCodec.of(
              TableValuedColumn.class, COLUMN, TableValuedCodecs::column, TableValuedCodecs::write),
          NodeCodec.of(
              ScalarFunctionColumn.class,
              FIELD,
              in ->
                  new ScalarFunctionColumn(
                      call(in, "fn"), in.name("name"), in.type("type", Types.NULL)),
              (field, out) ->
                  new NodeWriter(out)
                      .element("fn", field.function())
                      .name("name", field.name())
                      .type(field.type())
                      .make(FIELD)),
          NodeCodec.of(
              FunctionAsBinary.class,
              COMPARISON,
              TableValuedCodecs::comparison,
              TableValuedCodecs::write));

  private TableValuedCodecs() {}

  private static FunctionCall call(NodeReader in, String key) {
    if (in.element(key) instanceof FunctionCall call) {
      return call;
    }
    throw in.refuse("state key '" + key + "'");
  }

  private static TableValuedAlias alias(NodeReader in) {
    // The first is the type of the function, the second stands for it as a value.
    in.find("_tableval_type");
    in.find("column");
    FromClause element = in.from("element");
    boolean isOfFunction =
        element instanceof FunctionCall
            || element instanceof TableValuedFunction
            || element instanceof TableValuedAlias;
    if (!isOfFunction) {
      throw in.refuse("state key 'element'");
    }
    return new TableValuedAlias(
        element,
        in.name("name"),
        in.flag("_is_lateral"),
        derivation(in.flag("_render_derived"), in.flag("_render_derived_w_types")),
        in.flag("joins_implicitly"));
  }

  private static Derivation derivation(boolean hasNames, boolean hasTypes) {
    if (!hasNames) {
      return Derivation.NONE;
    }
    return hasTypes ? Derivation.NAMES_AND_TYPES : Derivation.NAMES;
  }

  private static Object write(TableValuedAlias alias, ExprToGraph out) {
    NodeWriter state =
        new NodeWriter(out)
            .element("element", alias.element())
            .name("name", alias.name())
            .put("joins_implicitly", alias.joinsImplicitly())
            .put("_tableval_type", typeOf(alias, out));
    if (alias.isLateral()) {
      state.put("_is_lateral", true);
    }
    if (alias.derivation() != Derivation.NONE) {
      state
          .put("_render_derived", true)
          .put("_render_derived_w_types", alias.derivation() == Derivation.NAMES_AND_TYPES);
    }
    return state.make(ALIAS);
  }

  /** The very type of the function, which was written with it. */
  private static Object typeOf(TableValuedAlias alias, ExprToGraph out) {
    if (alias.element() instanceof TableValuedAlias inner) {
      return typeOf(inner, out);
    }
    Object type =
        out.element(alias.element()) instanceof PyObject function
            ? function.stateDict().get("type")
            : null;
    return type == null ? out.type(Types.NULL) : type;
  }

  private static TableValuedColumn column(NodeReader in) {
    in.find("name");
    in.find("key");
    FromClause from = in.from("scalar_alias");
    if (from.qualifier() == null) {
      throw in.refuse("state key 'scalar_alias'");
    }
    SqlType type = isTableValue(in, "type") ? tableValue() : in.type("type", Types.NULL);
    return new TableValuedColumn(from, type);
  }

  private static SqlType tableValue() {
    return SqlType.of(TypeName.TABLE_VALUE_TYPE);
  }

  /** Whether the type under a key is one that holds columns. */
  static boolean isTableValue(NodeReader in, String key) {
    return in.find(key) instanceof PyObject type
        && PythonClasses.canonical(type.className()).equals(TABLE_VALUE_TYPE.path());
  }

  private static Object write(TableValuedColumn column, ExprToGraph out) {
    return new NodeWriter(out)
        .element("scalar_alias", column.from())
        .name("name", column.name())
        .name("key", column.name())
        .put("type", typeOf(column, out))
        .make(COLUMN);
  }

  private static Object typeOf(TableValuedColumn column, ExprToGraph out) {
    if (column.type().name() != TypeName.TABLE_VALUE_TYPE) {
      return out.type(column.type());
    }
    return column.from() instanceof TableValuedAlias alias
        ? typeOf(alias, out)
        : PyObject.newObject(TABLE_VALUE_TYPE)
            .build(new PyDict().put(FunctionCodec.ELEMENTS, new PyList(List.of())));
  }

  private static FunctionAsBinary comparison(NodeReader in) {
    in.type("type", Types.BOOLEAN);
    if (in.operator("operator") != StandardOperator.FUNCTION_AS_COMPARISON
        || in.operatorOrNull("negate") != null
        || !in.plainDict("modifiers").isEmpty()) {
      throw in.refuse("another operator");
    }
    if (in.value("left_index") instanceof Long left
        && in.value("right_index") instanceof Long right) {
      return new FunctionAsBinary(call(in, "sql_function"), left, right);
    }
    throw in.refuse("indexes that are no numbers");
  }

  private static Object write(FunctionAsBinary comparison, ExprToGraph out) {
    return new NodeWriter(out)
        .element("sql_function", comparison.function())
        .put("left_index", comparison.leftIndex())
        .put("right_index", comparison.rightIndex())
        .operator("operator", StandardOperator.FUNCTION_AS_COMPARISON)
        .type(Types.BOOLEAN)
        .put("negate", PyNone.NONE)
        .put("_is_implicitly_boolean", true)
        .put("modifiers", Dicts.immutable(new PyDict()))
        .make(COMPARISON);
  }
}
