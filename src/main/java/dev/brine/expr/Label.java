package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** A value under a name: {@code x AS name}. */
public record Label(Name name, ColumnElement element, SqlType type) implements ColumnElement {

  public Label {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitLabel(this);
  }
}
