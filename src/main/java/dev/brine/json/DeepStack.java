package dev.brine.json;

import dev.brine.error.UsageException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A stack on which everything fits that the limits allow. Threads that are not ours may have little
 * of one left; what is nested this deeply is rare enough for a thread of its own.
 */
final class DeepStack {

  /** At how many levels to change over to it. */
  static final int FROM = 150;

  private static final long SIZE = 64L << 20;

  private DeepStack() {}

  static <T> T call(Supplier<T> content) {
    FutureTask<T> task = new FutureTask<>(content::get);
    Thread thread = new Thread(null, task, "brine-json", SIZE);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("the thread was interrupted", null, e);
    }
  }
}
