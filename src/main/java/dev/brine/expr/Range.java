package dev.brine.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of PostgreSQL's range types: SQLAlchemy's {@code Range} (rel_2_0_52, {@code
 * dialects/postgresql/ranges.py}).
 *
 * @param lower where it begins; null for no bound
 * @param upper where it ends; null for no bound
 * @param bounds which ends belong to it: {@code "[)"}, {@code "()"}, {@code "(]"} or {@code "[]"}
 * @param isEmpty whether nothing belongs to it
 */
public record Range(
    @Nullable Object lower, @Nullable Object upper, String bounds, boolean isEmpty) {

  private static final String USUAL = "[)";

  public Range {
    Objects.requireNonNull(bounds, "bounds");
    lower = ValueTypes.canonical(lower);
    upper = ValueTypes.canonical(upper);
  }

  /** {@code Range(lower, upper)}: with its lower end and without the upper. */
  public static Range of(@Nullable Object lower, @Nullable Object upper) {
    return new Range(lower, upper, USUAL, false);
  }

  public static Range of(@Nullable Object lower, @Nullable Object upper, String bounds) {
    return new Range(lower, upper, bounds, false);
  }

  /** {@code Range(empty=True)}. */
  public static Range empty() {
    return new Range(null, null, USUAL, true);
  }
}
