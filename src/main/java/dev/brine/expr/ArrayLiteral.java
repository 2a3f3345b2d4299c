package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** PostgreSQL's {@code ARRAY[a, b]}: SQLAlchemy's {@code postgresql.array}. */
public record ArrayLiteral(List<ColumnElement> clauses, SqlType type) implements ColumnElement {

  public ArrayLiteral {
    clauses = List.copyOf(clauses);
    Objects.requireNonNull(type, "type");
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return against == StandardOperator.ANY
            || against == StandardOperator.ALL
            || against == StandardOperator.GETITEM
        ? Grouping.of(this)
        : this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(clauses);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitArrayLiteral(this);
  }
}
