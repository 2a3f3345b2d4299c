package dev.brine.expr;

import dev.brine.schema.Name;
import java.util.List;
import java.util.Objects;

/** A FROM element that may refer to those before it: {@code LATERAL (SELECT …) AS name}. */
public record Lateral(FromClause element, Name name) implements AliasedReturnsRows {

  public Lateral {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitLateral(this);
  }
}
