package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/** Rows among values, as the right side of IN: {@code (VALUES (1, 'a'), (2, 'b'))}. */
public record ScalarValues(ValuesData data) implements ColumnElement {

  public ScalarValues {
    Objects.requireNonNull(data, "data");
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public List<ClauseElement> children() {
    return data.children();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitScalarValues(this);
  }
}
