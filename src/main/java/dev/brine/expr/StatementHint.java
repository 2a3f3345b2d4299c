package dev.brine.expr;

import java.util.Objects;

/**
 * A hint at the end of a statement: {@code with_statement_hint(text, dialect)}.
 *
 * @param dialect the only dialect it is written for; {@link Affix#ANY} for all
 */
public record StatementHint(String dialect, String text) {

  public StatementHint {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(text, "text");
  }
}
