package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A whole row as one value that goes by the name of its FROM element: what a function in FROM
 * gives, or a row of a table. SQLAlchemy's {@code TableValuedColumn}.
 */
public record TableValuedColumn(FromClause from, SqlType type) implements ColumnElement {

  public TableValuedColumn {
    Objects.requireNonNull(from.qualifier(), "the name of the FROM element");
    Objects.requireNonNull(type, "type");
  }

  /** The name of the FROM element, and so of the value. */
  public Name name() {
    return Objects.requireNonNull(from.qualifier());
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(from);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableValuedColumn(this);
  }
}
