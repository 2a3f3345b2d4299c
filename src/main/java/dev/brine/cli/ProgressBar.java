package dev.brine.cli;

import dev.brine.bulk.Tally;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * A line that is written over and over, on a terminal; elsewhere nothing. One line and its rate is
 * all that is wanted, for which a library would be more than it saves. For one thread.
 */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long PAUSE = NANOS_PER_SECOND / 5;
  private static final int PERCENT = 100;

  /** Back to the first column, and away with what is there: ECMA-48, EL. */
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean isTerminal;
  private final LongSupplier nanoTime;

  private long total;
  private long before;
  private long start;
  private long shown;
  private boolean isThere;

  ProgressBar(PrintWriter out, boolean isTerminal, LongSupplier nanoTime) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.nanoTime = nanoTime;
  }

  /** Rows are only counted where somebody looks. */
  void start(Tally done, LongSupplier rows) {
    if (isTerminal) {
      total = rows.getAsLong();
      before = done.rows();
      start = nanoTime.getAsLong();
      draw(before, done.failed(), start);
    }
  }

  void show(Tally tally) {
    show(tally.rows(), tally.failed());
  }

  /**
   * Shows how far it is, if some time has gone by since the last time.
   *
   * @param failed how many of the rows failed, for all that is known
   */
  void show(long rows, long failed) {
    if (isTerminal) {
      long now = nanoTime.getAsLong();
      if (now - shown >= PAUSE) {
        draw(rows, failed, now);
      }
    }
  }

  void erase() {
    if (isThere) {
      out.print(ERASE);
      out.flush();
      isThere = false;
    }
  }

  private void draw(long rows, long failed, long now) {
    shown = now;
    isThere = true;
    // Rows may have been added since they were counted.
    double part = total == 0 ? 1 : Math.min(1, (double) rows / total);
    int filled = (int) (part * WIDTH);
    out.printf(
        "%s[%s%s] %d %%, %,d of %,d rows%s%s",
        ERASE,
        "=".repeat(filled),
        " ".repeat(WIDTH - filled),
        (int) (part * PERCENT),
        rows,
        Math.max(rows, total),
        speed(rows, now),
        failed == 0 ? "" : ", %,d failed".formatted(failed));
    out.flush();
  }

  private String speed(long rows, long now) {
    long done = rows - before;
    double seconds = (double) (now - start) / NANOS_PER_SECOND;
    if (done == 0 || seconds < 1) {
      return "";
    }
    double perSecond = done / seconds;
    long left = Math.round(Math.max(0, total - rows) / perSecond);
    return ", %,.0f a second, %d:%02d left".formatted(perSecond, left / 60, left % 60);
  }
}
