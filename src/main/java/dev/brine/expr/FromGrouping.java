package dev.brine.expr;

import java.util.List;
import java.util.Objects;

/** Parentheses around a FROM element, as in {@code a JOIN (b JOIN c ON …) ON …}. */
public record FromGrouping(FromClause element) implements FromClause {

  public FromGrouping {
    Objects.requireNonNull(element, "element");
  }

  @Override
  public List<ColumnRef> columns() {
    return element.columns();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFromGrouping(this);
  }
}
