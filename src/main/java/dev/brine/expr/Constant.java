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

  /** TRUE or FALSE. */
  public static Constant of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  @Override
  public ColumnElement not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case NULL -> Operations.prefix(StandardOperator.INV, this, Types.NULL);
    };
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
