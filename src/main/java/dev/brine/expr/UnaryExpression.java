package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operand with an operator before it ({@code NOT x}, {@code -x}) or a modifier behind it
 * ({@code x DESC}): exactly one of the two is given.
 */
public record UnaryExpression(
    ColumnElement element, @Nullable Operator operator, @Nullable Operator modifier, SqlType type)
    implements ColumnElement {

  public UnaryExpression {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
    if ((operator == null) == (modifier == null)) {
      throw new IllegalArgumentException(
          "a unary expression has an operator or a modifier, one of them");
    }
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return operator != null && operator.isPrecedent(against) ? Grouping.of(this) : this;
  }

  /** Unlike others, one of boolean type keeps its NOT and its type. */
  @Override
  public ColumnElement not() {
    SqlType negated = Groups.isBoolean(this) ? Types.BOOLEAN : Types.NULL;
    return Operations.prefix(StandardOperator.INV, this, negated);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitUnary(this);
  }
}
