package dev.brine.expr;

import java.util.Objects;

/**
 * A hint about a table: {@code with_hint(from, text, dialect)}.
 *
 * @param text what is written, with {@code %(name)s} for the table
 * @param dialect the only dialect it is written for; {@link Affix#ANY} for all
 */
public record FromHint(FromClause from, String dialect, String text) {

  public FromHint {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(text, "text");
  }
}
