package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.schema.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What a type that a user wrote in Python writes around its values: its {@code bind_expression()}
 * and {@code column_expression()} (rel_2_0_58, {@code sql/type_api.py}). Registered under the
 * class's dotted path with {@link CustomRenderers#withExpressions}. An implementation must be
 * thread-safe.
 */
public interface TypeExpression {

  /**
   * The type of SQLAlchemy's that the class extends, as which its values are written into SQL text;
   * null where it extends none, and they cannot be. Of a {@code TypeDecorator} the dump tells it.
   */
  default @Nullable SqlType extended() {
    return null;
  }

  /**
   * What stands where a value is bound: {@code func.ST_GeomFromText(bindvalue)}; as a rule the
   * parameter itself. Within it no other type writes anything around its values.
   *
   * @param bind to be a part of the answer once
   */
  default ColumnElement bindExpression(BindParameter bind, Dialect dialect) {
    return bind;
  }

  /**
   * What stands where a column is fetched: {@code func.ST_AsText(column)}; as a rule the column
   * itself.
   */
  default ColumnElement columnExpression(ColumnElement column, Dialect dialect) {
    return column;
  }
}
