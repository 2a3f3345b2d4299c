package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * A part of an array: the {@code 1:3} in {@code x[1:3]}.
 *
 * @param step what Python's slice has and no database prints
 */
public record Slice(ColumnElement start, ColumnElement stop, ColumnElement step)
    implements ColumnElement {

  public Slice {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(step, "step");
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(start, stop, step);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSlice(this);
  }
}
