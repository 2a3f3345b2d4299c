package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** An aggregate of some of the rows: {@code count(*) FILTER (WHERE x)}. */
public record FunctionFilter(ColumnElement element, ColumnElement criterion)
    implements ColumnElement, WindowFunction {

  public FunctionFilter {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(criterion, "criterion");
  }

  /** Of the rows that meet these criteria too. */
  @Override
  public FunctionFilter filter(ColumnElement first, ColumnElement... more) {
    FunctionFilter filter = with(first);
    for (ColumnElement each : more) {
      filter = filter.with(each);
    }
    return filter;
  }

  private FunctionFilter with(ColumnElement another) {
    return new FunctionFilter(element, Conjunctions.and(List.of(criterion, another)));
  }

  /** {@code within_group(…)}. */
  public WithinGroup withinGroup(Object... orderBy) {
    return WithinGroup.of(this, orderBy);
  }

  @Override
  public SqlType type() {
    return element.type();
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return StandardOperator.FILTER.isPrecedent(against) ? Grouping.of(this) : this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element, criterion);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFunctionFilter(this);
  }
}
