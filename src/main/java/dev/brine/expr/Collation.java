package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/** The name of a collation, behind {@code COLLATE}. */
public record Collation(String name) implements ColumnElement {

  public Collation {
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
    return visitor.visitCollation(this);
  }
}
