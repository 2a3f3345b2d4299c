package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * The name of a label or column in {@code order_by("name")}: SQLAlchemy's {@code
 * _textual_label_reference}.
 */
public record TextualLabelReference(String name) implements ColumnElement {

  public TextualLabelReference {
    Objects.requireNonNull(name, "name");
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTextualLabelReference(this);
  }
}
