package dev.brine.bulk;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Hears how a bulk migration goes, from one thread. What it throws ends the migration. */
public interface BulkListener {

  /** Hears nothing. */
  BulkListener NONE =
      new BulkListener() {
        @Override
        public void started(Tally before, @Nullable RowKey after, LongSupplier rows) {
          // Nobody wants to know.
        }

        @Override
        public void told(Entry entry) {
          // Nobody wants to know.
        }

        @Override
        public void advanced(Tally tally) {
          // Nobody wants to know.
        }
      };

  /**
   * It begins, or goes on where an earlier run ended.
   *
   * @param before what earlier runs have done
   * @param after the row after which it goes on; null if it starts with the first one
   * @param rows asks the database how many rows there are in all, which takes it some time
   */
  void started(Tally before, @Nullable RowKey after, LongSupplier rows);

  /** A line of the report; those of earlier runs come first. Its batch is safe in the database. */
  void told(Entry entry);

  /**
   * A batch is safe in the database, and all before it.
   *
   * @param tally of all rows so far, those of earlier runs included
   */
  void advanced(Tally tally);
}
