package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * The argument of an aggregate that sees its rows in an order: {@code array_agg(a ORDER BY b)},
 * SQLAlchemy's {@code postgresql.aggregate_order_by}.
 *
 * @param orderBy one element, or a list of them
 */
public record AggregateOrderBy(ColumnElement element, ColumnElement orderBy)
    implements ColumnElement {

  public AggregateOrderBy {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(orderBy, "orderBy");
  }

  @Override
  public SqlType type() {
    return element.type();
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element, orderBy);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitAggregateOrderBy(this);
  }
}
