package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.Join;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.UnaryExpression;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * H2, for which SQLAlchemy has no dialect: PostgreSQL's, but for what H2 says otherwise or not at
 * all (its manual, Functions and SQL Grammar, 2.4).
 */
final class H2Rules extends PostgresqlRules {

  H2Rules() {
    super("h2", ReservedWords.H2);
  }

  /** A NUMERIC of no precision would have no digits behind the point. */
  @Override
  String bindCast(SqlType type, boolean isTyped) {
    boolean isDecimal = type.affinity() == TypeName.NUMERIC_ && !type.isA(TypeName.FLOAT_);
    return isDecimal && isTyped ? "" : super.bindCast(PlainTypes.of(type), isTyped);
  }

  @Override
  Fragment trueDivision(ElementCompiler c, BinaryExpression binary) {
    SqlType right = binary.right().type();
    return right.affinity() == TypeName.NUMERIC_
        ? c.binary(binary, " / ")
        : Fragment.of(c.compile(binary.left()), " / ", c.cast(binary.right(), Types.DOUBLE));
  }

  @Override
  @Nullable Fragment binary(ElementCompiler c, BinaryExpression binary, StandardOperator operator) {
    return switch (operator) {
      case BITWISE_AND -> call(c, "BITAND", binary);
      case BITWISE_OR -> call(c, "BITOR", binary);
      case BITWISE_LSHIFT -> call(c, "LSHIFT", binary);
      case BITWISE_RSHIFT -> call(c, "RSHIFT", binary);
      default -> super.binary(c, binary, operator);
    };
  }

  @Override
  Fragment bitwiseXor(ElementCompiler c, BinaryExpression binary) {
    return call(c, "BITXOR", binary);
  }

  @Override
  @Nullable Fragment unary(ElementCompiler c, UnaryExpression unary, Operator operator) {
    return operator == StandardOperator.BITWISE_NOT
        ? Fragment.of("BITNOT(", c.compile(unary.element()), ")")
        : super.unary(c, unary, operator);
  }

  /** Its collations are those of columns and of the whole database. */
  @Override
  String collation(String name) {
    throw unsupported("COLLATE");
  }

  private static Fragment call(ElementCompiler c, String function, BinaryExpression binary) {
    return Fragment.of(
        function, "(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  @Override
  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated) {
    Object flags = binary.modifiers().get("flags");
    return Fragment.of(
        negated ? "NOT " : "",
        "REGEXP_LIKE(",
        c.compile(binary.left()),
        ", ",
        c.compile(binary.right()),
        flags == null ? "" : ", " + c.literal(flags, Types.STRING),
        ")");
  }

  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    throw unsupported(binary.operator());
  }

  @Override
  String joinKeyword(Join join) {
    if (join.isFull()) {
      throw unsupported("FULL OUTER JOIN");
    }
    return super.joinKeyword(join);
  }

  /** H2 locks rows for a change alone, and names no tables. */
  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    if (lock.isRead() || lock.isKeyShare() || !lock.of().isEmpty()) {
      throw unsupported("FOR SHARE, KEY SHARE and OF");
    }
    return RowLocks.clause(c, lock, " FOR UPDATE", false);
  }

  @Override
  Fragment limit(ElementCompiler c, @Nullable ColumnElement limit, @Nullable ColumnElement offset) {
    return limit == null && offset != null
        ? Fragment.of("\n OFFSET ", c.compile(offset), " ROWS")
        : super.limit(c, limit, offset);
  }
}
