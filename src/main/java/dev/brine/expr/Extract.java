package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/** A part of a time: {@code EXTRACT(year FROM x)}. */
public record Extract(String field, ColumnElement element) implements ColumnElement {

  public Extract {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(element, "element");
  }

  @Override
  public SqlType type() {
    return Types.INTEGER;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitExtract(this);
  }
}
