package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.error.Wording;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items of arrays, JSON and hstore: the {@code _setup_getitem} methods of rel_2_0_52, {@code
 * sql/sqltypes.py} and {@code dialects/postgresql/hstore.py}.
 */
final class Items {

  private Items() {}

  static ColumnElement of(ColumnElement element, Object index) {
    SqlType type = element.type();
    return switch (type.affinity()) {
      case JSON_ -> json(element, index);
      case ARRAY ->
          array(element, type.flag("zero_indexes") ? plusOne(index) : index, itemType(type));
      case POSTGRESQL_HSTORE ->
          operate(
              element,
              PostgresqlOperators.GETITEM,
              Coercions.operand(index, element),
              type.attribute("text_type") instanceof SqlType text ? text : Types.TEXT);
      default ->
          throw new UsageException(
              Wording.a(type.name().pythonName()) + " has no items",
              "cast it, or type_coerce it, to an array or to JSON");
    };
  }

  private static ColumnElement json(ColumnElement element, Object index) {
    boolean isPath = index instanceof Collection;
    ColumnElement operand =
        index instanceof ColumnElement given
            ? given
            : Coercions.bind(step(index), element).withType(SqlType.of(indexType(index)));
    return operate(
        element,
        isPath ? StandardOperator.JSON_PATH_GETITEM : StandardOperator.JSON_GETITEM,
        operand,
        element.type());
  }

  private static Object step(Object index) {
    return index instanceof Collection<?> steps
        ? new JsonPath(ValueTypes.canonicalList(steps))
        : index;
  }

  private static TypeName indexType(Object index) {
    if (index instanceof Collection) {
      return TypeName.JSON_PATH_TYPE;
    }
    return index instanceof String ? TypeName.JSON_STR_INDEX_TYPE : TypeName.JSON_INT_INDEX_TYPE;
  }

  /** An array of more than one dimension has arrays as its items. */
  private static SqlType itemType(SqlType array) {
    if (array.attribute("dimensions") instanceof Long dimensions && dimensions > 1) {
      return array.with("dimensions", dimensions - 1);
    }
    return array.attribute("item_type") instanceof SqlType item ? item : Types.NULL;
  }

  private static ColumnElement array(ColumnElement element, Object index, SqlType type) {
    return operate(element, StandardOperator.GETITEM, Coercions.operand(index, element), type);
  }

  static ColumnElement slice(ColumnElement element, @Nullable Object start, @Nullable Object stop) {
    SqlType type = element.type();
    if (type.affinity() != TypeName.ARRAY) {
      throw new UsageException(
          Wording.a(type.name().pythonName()) + " has no slices", "only arrays have them");
    }
    boolean isZeroBased = type.flag("zero_indexes");
    String name = element instanceof ColumnRef column ? column.key() : Coercions.NAMELESS;
    Slice slice =
        new Slice(
            bound(isZeroBased && start != null ? plusOne(start) : start, name),
            bound(isZeroBased && stop != null ? plusOne(stop) : stop, name),
            Constant.NULL);
    return operate(element, StandardOperator.GETITEM, slice, type);
  }

  private static ColumnElement bound(@Nullable Object bound, String name) {
    ColumnElement argument = Coercions.argument(bound, name);
    return argument instanceof BindParameter bind && !(bound instanceof BindParameter)
        ? bind.withType(Types.INTEGER)
        : argument;
  }

  private static Object plusOne(Object index) {
    return index instanceof ColumnElement element
        ? element.plus(1)
        : (Object) (((Number) index).longValue() + 1);
  }

  /** An item taken for another type than JSON. */
  static ColumnElement as(ColumnElement element, SqlType type) {
    if (element instanceof BinaryExpression item
        && (item.operator() == StandardOperator.JSON_GETITEM
            || item.operator() == StandardOperator.JSON_PATH_GETITEM)) {
      return new BinaryExpression(
          item.left(), item.operator(), item.right(), type, item.negate(), item.modifiers());
    }
    throw new UsageException(
        "only an item of JSON can be taken for another type",
        "name the item first: column.item(\"key\")");
  }

  private static ColumnElement operate(
      ColumnElement left, Operator operator, ColumnElement right, SqlType type) {
    return Operations.binary(left, operator, right, type, null, Map.of());
  }
}
