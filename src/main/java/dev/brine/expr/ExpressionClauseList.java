package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * More than two operands of one operator: {@code a + b + c}, {@code a || b || c}, and the {@code x
 * AND y} of a BETWEEN.
 *
 * @param isGroup whether it takes parentheses of its own where precedence asks for them; not so in
 *     a BETWEEN
 */
public record ExpressionClauseList(
    Operator operator, List<ColumnElement> clauses, boolean isGroup, SqlType type)
    implements ColumnElement {

  public ExpressionClauseList {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(type, "type");
    clauses = List.copyOf(clauses);
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return isGroup || Groups.isNegationOfValue(operator, against)
        ? Groups.operated(this, operator, against)
        : this;
  }

  @Override
  public ColumnElement not() {
    return Operations.prefix(StandardOperator.INV, this, Types.NULL);
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return operator.isBoolean();
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(clauses);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitExpressionClauseList(this);
  }
}
