package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An aggregate that sees its rows in an order, said as the dialect has it: {@code array_agg(x ORDER
 * BY y)}, {@code LISTAGG(x) WITHIN GROUP (ORDER BY y)}. SQLAlchemy's {@code AggregateOrderBy}
 * (rel_2_1_0b3, {@code sql/elements.py}), which no series before 2.1 has; {@link AggregateOrderBy}
 * is what they have for PostgreSQL.
 */
public record FunctionOrderBy(ColumnElement element, List<ColumnElement> orderBy)
    implements ColumnElement, WindowFunction {

  public FunctionOrderBy {
    Objects.requireNonNull(element, "element");
    orderBy = List.copyOf(orderBy);
    if (orderBy.isEmpty()) {
      throw new IllegalArgumentException("aggregate_order_by() takes at least one element");
    }
  }

  @Override
  public SqlType type() {
    return element.type();
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(List.of(element));
    children.addAll(orderBy);
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFunctionOrderBy(this);
  }
}
