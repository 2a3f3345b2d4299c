package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;

/** SQL's own constants: SQLAlchemy's {@code Null}, {@code True_} and {@code False_}. */
public enum Constant implements ColumnElement {
  NULL,
  TRUE,
  FALSE;

  @Override
  public SqlType type() {
    return this == NULL ? Types.NULL : Types.BOOLEAN;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitConstant(this);
  }
}
