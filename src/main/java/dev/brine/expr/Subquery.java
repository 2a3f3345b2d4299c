package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import java.util.List;
import java.util.Objects;

/** A SELECT to select from: {@code (SELECT …) AS name}. */
public record Subquery(Statement element, Name name) implements AliasedReturnsRows {

  public Subquery {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(name, "name");
  }

  /** Under a made-up name: {@code anon_1}. */
  static Subquery of(Statement element) {
    return new Subquery(element, AnonymousName.fresh("anon"));
  }

  static Subquery of(Statement element, String name) {
    return new Subquery(element, Name.of(name));
  }

  /** {@code alias()}: this under another, made-up name. */
  @Override
  public Alias alias() {
    return Alias.of(this);
  }

  /** {@code alias(name)}: this under another name. */
  @Override
  public Alias alias(String other) {
    return Alias.of(this, other);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSubquery(this);
  }
}
