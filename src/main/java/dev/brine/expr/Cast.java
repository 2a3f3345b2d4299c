package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * {@code CAST(x AS type)}, or {@code TRY_CAST}, which gives NULL where the value cannot be cast.
 *
 * @param type what it is cast to
 */
public record Cast(ColumnElement element, SqlType type, boolean isTry) implements ColumnElement {

  public Cast {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitCast(this);
  }
}
