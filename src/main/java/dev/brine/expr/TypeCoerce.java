package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** A value that is taken for one of another type, without a cast in the SQL. */
public record TypeCoerce(ColumnElement element, SqlType type) implements ColumnElement {

  public TypeCoerce {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
  }

  /** Grouping reaches through to the value. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    ColumnElement grouped = element.selfGroup(against);
    return grouped.equals(element) ? this : new TypeCoerce(grouped, type);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTypeCoerce(this);
  }
}
