package dev.brine.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration has come.
 *
 * @param last the key of the last row that was dealt with; null before the first one
 * @param tally of all rows up to that one
 * @param isFinished whether there were no more rows
 */
record Progress(@Nullable RowKey last, Tally tally, boolean isFinished) {

  static final Progress NONE = new Progress(null, Tally.NONE, false);

  Progress {
    Objects.requireNonNull(tally, "tally");
  }
}
