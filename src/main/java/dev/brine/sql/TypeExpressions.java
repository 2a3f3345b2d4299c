package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.TypeCoerce;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What types make of values that are bound and of columns that are fetched: their {@code
 * bind_expression()} and {@code column_expression()}. Immutable and thread-safe, as far as the
 * users' are.
 */
final class TypeExpressions {

  static final TypeExpressions NONE = new TypeExpressions(Map.of());

  /** A set that is kept in bits (rel_2_0_58, {@code dialects/mysql/enumerated.py}). */
  private static final TypeExpression BITS =
      new TypeExpression() {
        @Override
        public ColumnElement columnExpression(ColumnElement column, Dialect dialect) {
          return new TypeCoerce(
              new TypeCoerce(column, Types.INTEGER).plus(0), on(dialect, column.type()));
        }
      };

  private final Map<String, TypeExpression> byClass;

  private TypeExpressions(Map<String, TypeExpression> byClass) {
    this.byClass = Map.copyOf(byClass);
  }

  /** These, and others by the dotted paths of their classes. */
  TypeExpressions with(Map<String, ? extends TypeExpression> more) {
    Map<String, TypeExpression> all = new HashMap<>(byClass);
    all.putAll(more);
    return new TypeExpressions(all);
  }

  /** What stands for a parameter; the parameter itself where its type has nothing to say. */
  ColumnElement bound(BindParameter bind, Dialect dialect) {
    TypeExpression found = find(bind.type(), dialect);
    return found == null ? bind : found.bindExpression(bind, dialect);
  }

  /** What is fetched of an element; the element itself where its type has nothing to say. */
  ColumnElement fetched(ColumnElement element, Dialect dialect) {
    TypeExpression found = find(element.type(), dialect);
    return found == null ? element : found.columnExpression(element, dialect);
  }

  /** The type of SQLAlchemy's as which values are written; the type itself where it is unknown. */
  SqlType written(SqlType type) {
    if (type.attribute("impl") instanceof SqlType impl) {
      return type.with("impl", written(impl));
    }
    TypeExpression own = own(type);
    SqlType extended = own == null ? null : own.extended();
    return extended == null ? type : extended;
  }

  private @Nullable TypeExpression own(SqlType type) {
    return type.attribute("class") instanceof String path ? byClass.get(path) : null;
  }

  /** A decorated type speaks where the class that decorates it does not. */
  private @Nullable TypeExpression find(SqlType declared, Dialect dialect) {
    SqlType type = on(dialect, declared);
    if (type.name() == TypeName.MYSQL_SET) {
      return type.flag("retrieve_as_bitwise") ? BITS : null;
    }
    if (type.name() != TypeName.TYPE_DECORATOR && type.name() != TypeName.OPAQUE) {
      return null;
    }
    TypeExpression own = type.attribute("class") instanceof String path ? byClass.get(path) : null;
    return own == null
            && type.name() == TypeName.TYPE_DECORATOR
            && type.attribute("impl") instanceof SqlType impl
        ? find(impl, dialect)
        : own;
  }

  private static SqlType on(Dialect dialect, SqlType type) {
    return type.variants().getOrDefault(dialect.name(), type);
  }
}
