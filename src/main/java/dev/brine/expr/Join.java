package dev.brine.expr;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Two FROM elements and the condition that joins them: {@code a JOIN b ON …}. */
public record Join(
    FromClause left, FromClause right, ColumnElement onclause, boolean isOuter, boolean isFull)
    implements FromClause {

  public Join {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(onclause, "onclause");
  }

  /**
   * The columns of both sides; where two share a key, Python code reaches them as {@code
   * table_key}.
   */
  @Override
  public List<ColumnRef> columns() {
    return Stream.concat(left.columns().stream(), right.columns().stream()).toList();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(left, right, onclause);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitJoin(this);
  }
}
