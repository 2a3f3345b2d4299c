package dev.brine.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * How many rows had which fate. Immutable.
 *
 * @param migrated those whose column was given something else
 * @param unchanged those that held the result already
 * @param nulls those without a value
 * @param failed those without a result
 * @param changedMeanwhile those that somebody else changed or deleted before the result was written
 * @param warnings how many warnings there are; of the rows above
 */
public record Tally(
    long migrated, long unchanged, long nulls, long failed, long changedMeanwhile, long warnings) {

  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** How many rows were looked at. */
  public long rows() {
    return migrated + unchanged + nulls + failed + changedMeanwhile;
  }

  /** Whether there is a row without a result that should have one. */
  public boolean isComplete() {
    return failed == 0 && changedMeanwhile == 0;
  }

  Tally plus(Tally other) {
    return new Tally(
        migrated + other.migrated,
        unchanged + other.unchanged,
        nulls + other.nulls,
        failed + other.failed,
        changedMeanwhile + other.changedMeanwhile,
        warnings + other.warnings);
  }

  /** The numbers, in the order of the components. */
  List<Long> numbers() {
    return new ArrayList<>(List.of(migrated, unchanged, nulls, failed, changedMeanwhile, warnings));
  }

  static Tally of(List<Long> numbers) {
    return new Tally(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5));
  }
}
