package dev.brine.expr;

import java.util.Objects;

/**
 * How many rows at most, in the words of standard SQL: {@code FETCH FIRST n ROWS ONLY}.
 *
 * @param isPercent whether the count is of a hundred
 * @param hasTies whether rows that are ordered as the last one are given too
 */
public record Fetch(ColumnElement count, boolean isPercent, boolean hasTies) {

  public Fetch {
    Objects.requireNonNull(count, "count");
  }

  /** {@code fetch(number)}. */
  public static Fetch of(long number) {
    return of(BindParameter.limitOrOffset(number));
  }

  /** {@code fetch(expression)}. */
  public static Fetch of(ColumnElement count) {
    return new Fetch(count, false, false);
  }

  /** {@code fetch(…, with_ties=True)}. */
  public Fetch withTies() {
    return new Fetch(count, isPercent, true);
  }

  /** {@code fetch(…, percent=True)}. */
  public Fetch percent() {
    return new Fetch(count, true, hasTies);
  }
}
