package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** What a function in FROM gives, as one value that goes by the name of its alias. */
public record TableValuedColumn(TableValuedAlias alias, SqlType type) implements ColumnElement {

  public TableValuedColumn {
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(alias);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableValuedColumn(this);
  }
}
