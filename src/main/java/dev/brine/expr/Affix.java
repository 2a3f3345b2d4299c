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

  public static Affix of(ClauseElement text) {
    return new Affix(text, ANY);
  }
}
