package dev.brine.bulk;

import dev.brine.error.UsageException;

/**
 * How a bulk migration goes about it. Immutable.
 *
 * @param batchRows how many rows a transaction writes at most
 * @param threads how many threads transform
 * @param restart whether to forget what an earlier run has done and start from the first row
 */
public record BulkOptions(int batchRows, int threads, boolean restart) {

  /** On all cores. */
  public static final BulkOptions DEFAULT =
      new BulkOptions(ColumnSource.DEFAULT_PAGE, Runtime.getRuntime().availableProcessors(), false);

  private static final int MOST_ROWS = 10_000;
  private static final int MOST_THREADS = 1_000;

  public BulkOptions {
    requireBetween("rows in a batch", batchRows, MOST_ROWS);
    requireBetween("threads", threads, MOST_THREADS);
  }

  private static void requireBetween(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new UsageException(
          "%d %s cannot be".formatted(value, what), "choose from 1 to " + most);
    }
  }

  public BulkOptions withBatchRows(int rows) {
    return new BulkOptions(rows, threads, restart);
  }

  public BulkOptions withThreads(int number) {
    return new BulkOptions(batchRows, number, restart);
  }

  public BulkOptions withRestart(boolean forgets) {
    return new BulkOptions(batchRows, threads, forgets);
  }
}
