package dev.brine.rows;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * What is made by number, 0, 1, 2, ..., the next one while the last is still in use: Python makes a
 * statement while Java runs another, which halves the time.
 *
 * <p>Not thread-safe; what makes them is called by another thread.
 */
final class AheadOfUse<T> {

  private final IntFunction<T> maker;
  private int number;
  private CompletableFuture<T> ahead;

  AheadOfUse(IntFunction<T> maker) {
    this.maker = maker;
    this.ahead = CompletableFuture.supplyAsync(() -> maker.apply(0));
  }

  T next() {
    T made = ahead.join();
    number++;
    int following = number;
    ahead = CompletableFuture.supplyAsync(() -> maker.apply(following));
    return made;
  }
}
