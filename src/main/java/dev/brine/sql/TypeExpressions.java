package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.TypeCoerce;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;

/**
 * What types make of a column that is fetched: their {@code column_expression()} (rel_2_0_58,
 * {@code dialects/mysql/enumerated.py}).
 */
final class TypeExpressions {

  private TypeExpressions() {}

  /** A set that is kept in bits is fetched as a number; anything else as it is. */
  static ColumnElement fetched(ColumnElement element) {
    SqlType type = element.type();
    boolean isBits = type.name() == TypeName.MYSQL_SET && type.flag("retrieve_as_bitwise");
    return isBits ? new TypeCoerce(new TypeCoerce(element, Types.INTEGER).plus(0), type) : element;
  }
}
