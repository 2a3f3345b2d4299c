package dev.brine.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows around the current one a window function sees: {@code ROWS BETWEEN 1 PRECEDING AND
 * UNBOUNDED FOLLOWING}.
 *
 * @param exclude which of them it does not, {@code "TIES"}, new in SQLAlchemy 2.1; null if it is
 *     not said
 */
public record Frame(Unit unit, Bound start, Bound end, @Nullable String exclude) {

  /** What the bounds count. */
  public enum Unit {
    RANGE,
    ROWS,
    GROUPS
  }

  public Frame {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
  }

  /** One end of a frame. */
  public sealed interface Bound {}

  /** The ends that are no distance. */
  public enum Named implements Bound {
    /** {@code UNBOUNDED PRECEDING} as the start, {@code UNBOUNDED FOLLOWING} as the end. */
    UNBOUNDED,
    CURRENT_ROW
  }

  /**
   * So many before the current row, if negative, or after it.
   *
   * @param distance not 0, which is the current row
   */
  public record Offset(long distance) implements Bound {

    public Offset {
      if (distance == 0) {
        throw new IllegalArgumentException("a distance of 0 is the current row");
      }
    }
  }

  /** What SQLAlchemy makes of a number or None: null for no bound, 0 for the current row. */
  public static Bound bound(@Nullable Long distance) {
    if (distance == null) {
      return Named.UNBOUNDED;
    }
    return distance == 0 ? Named.CURRENT_ROW : new Offset(distance);
  }
}
