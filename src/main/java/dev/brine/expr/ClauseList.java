package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * Elements in a row, joined by an operator, most often the comma: the operands of {@code IN (x,
 * 5)}.
 */
public record ClauseList(
    Operator operator, List<ColumnElement> clauses, boolean isGroup, boolean groupsContents)
    implements ColumnElement {

  public ClauseList {
    Objects.requireNonNull(operator, "operator");
    clauses = List.copyOf(clauses);
  }

  /** Elements with commas between them. */
  public static ClauseList comma(List<? extends ColumnElement> clauses) {
    return new ClauseList(StandardOperator.COMMA, List.copyOf(clauses), true, true);
  }

  /** A list has no type of its own. */
  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return isGroup && operator.isPrecedent(against) ? Grouping.of(this) : this;
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
    return visitor.visitClauseList(this);
  }
}
