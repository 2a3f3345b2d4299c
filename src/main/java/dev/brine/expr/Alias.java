package dev.brine.expr;

import dev.brine.schema.Name;
import java.util.List;
import java.util.Objects;

/** A FROM element under another name: {@code users AS u}. */
public record Alias(FromClause element, Name name) implements AliasedReturnsRows {

  public Alias {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(name, "name");
  }

  /** An alias whose name is made up from the table's: {@code users_1}. */
  public static Alias of(FromClause element) {
    return new Alias(element, AliasNames.fresh(element));
  }

  public static Alias of(FromClause element, String name) {
    return new Alias(element, Name.of(name));
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitAlias(this);
  }
}
