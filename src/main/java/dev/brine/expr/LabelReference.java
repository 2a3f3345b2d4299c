package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A label in ORDER BY or GROUP BY, printed by its name if it is selected: SQLAlchemy's {@code
 * _label_reference}.
 */
public record LabelReference(ColumnElement element) implements ColumnElement {

  public LabelReference {
    Objects.requireNonNull(element, "element");
  }

  @Override
  public SqlType type() {
    return element.type();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitLabelReference(this);
  }
}
