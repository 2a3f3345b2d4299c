package dev.brine.expr;

import java.util.List;
import java.util.Objects;

/** Parentheses around a SELECT that is an operand of a UNION. */
public record SelectStatementGrouping(Statement element) implements SelectBase {

  public SelectStatementGrouping {
    Objects.requireNonNull(element, "element");
  }

  @Override
  public List<ColumnElement> selectedColumns() {
    return element.selectedColumns();
  }

  @Override
  public LabelStyle labelStyle() {
    return element.labelStyle();
  }

  @Override
  public SelectStatementGrouping setLabelStyle(LabelStyle style) {
    return element instanceof SelectBase select
        ? new SelectStatementGrouping(select.setLabelStyle(style))
        : this;
  }

  @Override
  public SelectStatementGrouping selfGroup() {
    return this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSelectStatementGrouping(this);
  }
}
