package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A SELECT of one value that stands among values: {@code (SELECT …)}. */
public record ScalarSelect(Statement element, SqlType type) implements ColumnElement {

  public ScalarSelect {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
  }

  static ScalarSelect of(SelectBase element) {
    return new ScalarSelect(element, element.scalarType());
  }

  /** {@code where(condition)}, of the SELECT in it. */
  public ScalarSelect where(ColumnElement condition) {
    return with(select -> select.where(condition));
  }

  /** {@code correlate(…)}, of the SELECT in it. */
  public ScalarSelect correlate(FromClause... elements) {
    return with(select -> select.correlate(elements));
  }

  /** {@code correlate_except(…)}, of the SELECT in it. */
  public ScalarSelect correlateExcept(FromClause... elements) {
    return with(select -> select.correlateExcept(elements));
  }

  ScalarSelect with(UnaryOperator<Select> change) {
    if (element instanceof Select select) {
      return new ScalarSelect(change.apply(select), type);
    }
    throw new UsageException(
        "this can only be done to a plain SELECT", "change the SELECTs it is made of");
  }

  /** It has parentheses of its own. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    return this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitScalarSelect(this);
  }
}
