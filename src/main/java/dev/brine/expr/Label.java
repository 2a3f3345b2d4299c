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

  /** Grouping reaches through to the value; the label stays outside. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    return around(element.selfGroup(against));
  }

  @Override
  public ColumnElement not() {
    return around(element.not());
  }

  private Label around(ColumnElement changed) {
    return changed.equals(element) ? this : new Label(name, changed, type);
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
    return visitor.visitLabel(this);
  }
}
