package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import org.jspecify.annotations.Nullable;

/** The names of aliases: {@code AliasedReturnsRows._init} of rel_2_0_52, sql/selectable.py. */
final class AliasNames {

  private static final String NAMELESS = "anon";

  private AliasNames() {}

  /** The name given, or one made up after the element's own: {@code users_1}. */
  static Name of(FromClause element, @Nullable String name) {
    return name == null ? fresh(element) : Name.of(name);
  }

  static AnonymousName fresh(FromClause element) {
    return AnonymousName.fresh(
        element.qualifier() instanceof QuotedName own ? own.text() : NAMELESS);
  }
}
