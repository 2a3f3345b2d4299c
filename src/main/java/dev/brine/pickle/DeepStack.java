package dev.brine.pickle;

import dev.brine.error.PickleLimitException;
import dev.brine.error.UsageException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A stack on which everything fits that the usual limits allow. Threads that are not ours may have
 * little of one left; what is nested this deeply is rare enough for a thread of its own. Changing
 * over in time beats waiting for a stack to overflow, which may happen while a class is being
 * initialised and leave that unusable.
 */
public final class DeepStack {

  /** At how many levels to change over to it. */
  public static final int FROM = 50;

  private static final long SIZE = 64L << 20;

  private DeepStack() {}

  /**
   * Calls it, on that stack if it is entered at the level from which one is needed.
   *
   * @param level how many levels there are, this one included
   */
  public static <T> T at(int level, Supplier<T> content) {
    return level == FROM ? call(content) : content.get();
  }

  /**
   * Calls it on that stack, and waits.
   *
   * @throws PickleLimitException if not even that suffices, with limits higher than the usual ones
   */
  public static <T> T call(Supplier<T> content) {
    FutureTask<T> task = new FutureTask<>(content::get);
    Thread thread = new Thread(null, task, "brine-deep", SIZE);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof StackOverflowError overflow) {
        throw new PickleLimitException(
            "it is nested deeper than fits a stack of %d bytes".formatted(SIZE),
            "lower Limit.MAX_DEPTH and Limit.MAX_NESTING in ReadLimits",
            overflow);
      }
      throw (Error) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("the thread was interrupted", null, e);
    }
  }
}
