package dev.brine.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that follow each other, with what was made of them. One transaction writes it.
 *
 * @param rows never empty
 */
record Batch(List<Worked> rows) {

  private static final String DEFECT = "internal";

  Batch {
    rows = List.copyOf(rows);
  }

  /** A row and what was made of its value; null of a NULL. */
  record Worked(SourceRow row, @Nullable Outcome outcome) {

    static Worked on(SourceRow row, Transformation transformation) {
      return new Worked(row, row.value() == null ? null : apply(transformation, row.value()));
    }

    private static Outcome apply(Transformation transformation, ColumnValue value) {
      try {
        return transformation.apply(value);
      } catch (RuntimeException | StackOverflowError defect) {
        // A defect must not take the other rows with it.
        return new Outcome.Failed(
            new Note(DEFECT, defect.toString(), "this is a defect of Brine; please report it"));
      }
    }

    /** What is to be written; null if nothing is, since it is there already or failed. */
    @Nullable ColumnValue toWrite(boolean isInPlace) {
      ColumnValue present = isInPlace ? row.value() : row.into();
      return outcome instanceof Outcome.Made made && !holds(present, made.value())
          ? made.value()
          : null;
    }

    /** Bytes decide: text in a column of bytes comes back as bytes. */
    private static boolean holds(@Nullable ColumnValue present, ColumnValue made) {
      return present != null && Arrays.equals(present.bytes(), made.bytes());
    }
  }

  RowKey last() {
    return rows.get(rows.size() - 1).row().key();
  }

  /** What the batch comes to if everything that is to be written is written. */
  Result result(boolean isInPlace) {
    Result result = new Result();
    for (Worked worked : rows) {
      result.add(worked, worked.toWrite(isInPlace) != null);
    }
    return result;
  }

  Batch firstHalf() {
    return new Batch(rows.subList(0, rows.size() / 2));
  }

  Batch secondHalf() {
    return new Batch(rows.subList(rows.size() / 2, rows.size()));
  }

  /** The same without results, for the one reason. */
  Batch failed(Note reason) {
    return new Batch(
        rows.stream().map(each -> new Worked(each.row(), new Outcome.Failed(reason))).toList());
  }

  /** Counts and report of a batch. */
  static final class Result {

    private final List<Entry> entries = new ArrayList<>();
    private Tally tally = Tally.NONE;

    Tally tally() {
      return tally;
    }

    List<Entry> entries() {
      return entries;
    }

    void add(Worked worked, boolean isWritten) {
      if (worked.outcome() instanceof Outcome.Failed failed) {
        entries.add(new Entry(worked.row().key(), Entry.What.FAILED, failed.reason()));
        tally = tally.plus(new Tally(0, 0, 0, 1, 0, 0));
      } else if (worked.outcome() instanceof Outcome.Made made) {
        for (Note warning : made.warnings()) {
          entries.add(new Entry(worked.row().key(), Entry.What.WARNING, warning));
        }
        int warnings = made.warnings().size();
        tally = tally.plus(new Tally(isWritten ? 1 : 0, isWritten ? 0 : 1, 0, 0, 0, warnings));
      } else {
        tally = tally.plus(new Tally(0, 0, 1, 0, 0, 0));
      }
    }

    void addChangedMeanwhile(Worked worked, Note how) {
      entries.add(new Entry(worked.row().key(), Entry.What.CHANGED_MEANWHILE, how));
      tally = tally.plus(new Tally(0, 0, 0, 0, 1, 0));
    }
  }
}
