package dev.brine.expr;

import java.util.Objects;

/**
 * Something written behind the keyword of a statement or at its end: {@code prefix_with()} and
 * {@code suffix_with()}.
 *
 * @param text what is written
 * @param dialect the only dialect it is written for; {@link #ANY} for all
 */
public record Affix(ClauseElement text, String dialect) {

  /** Stands for every dialect. */
  public static final String ANY = "*";

  public Affix {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(dialect, "dialect");
  }

  /** Written for every dialect. */
  public static Affix of(String text) {
    return of(text, ANY);
  }

  /** Written for one dialect: {@code prefix_with(text, dialect=…)}. */
  public static Affix of(String text, String dialect) {
    return new Affix(TextClause.of(text), dialect);
  }
}
