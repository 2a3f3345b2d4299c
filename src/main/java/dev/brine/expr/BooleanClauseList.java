package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/** Conditions joined by AND or OR: {@code and_(…)}, {@code or_(…)}. */
public record BooleanClauseList(StandardOperator operator, List<ColumnElement> clauses)
    implements ColumnElement {

  public BooleanClauseList {
    Objects.requireNonNull(operator, "operator");
    if (operator != StandardOperator.AND && operator != StandardOperator.OR) {
      throw new IllegalArgumentException("conditions are joined by AND or OR, not " + operator);
    }
    clauses = List.copyOf(clauses);
  }

  @Override
  public SqlType type() {
    return Types.BOOLEAN;
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return clauses.isEmpty() ? this : Groups.operated(this, operator, against);
  }

  @Override
  public ColumnElement not() {
    return Operations.prefix(StandardOperator.INV, this, Types.NULL);
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return true;
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(clauses);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitBooleanClauseList(this);
  }
}
