package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** A field of what a function gives: {@code (jsonb_each(x)).key}. */
public record ScalarFunctionColumn(FunctionCall function, Name name, SqlType type)
    implements ColumnElement {

  public ScalarFunctionColumn {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(function);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitScalarFunctionColumn(this);
  }
}
