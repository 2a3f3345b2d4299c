package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** Parentheses. */
public record Grouping(ColumnElement element, SqlType type) implements ColumnElement {

  public Grouping {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
  }

  public static Grouping of(ColumnElement element) {
    return new Grouping(element, element.type());
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return this;
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return element.isImplicitlyBoolean();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitGrouping(this);
  }
}
