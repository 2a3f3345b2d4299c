package dev.brine.scan;

import dev.brine.Deserializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.wrapping.Unwrapper;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks at many dumps at a time. Immutable and thread-safe.
 *
 * @param deserializers gives what loads one dump, on whichever thread
 * @param unwrapper how each dump is taken out of what it is in
 * @param threads how many dumps are looked at at a time
 */
public record Scanner(
    Supplier<? extends Deserializer> deserializers, Unwrapper unwrapper, int threads) {

  /** How many dumps may wait for each thread, so that none of them waits for a dump. */
  private static final int WAITING = 8;

  public Scanner {
    Objects.requireNonNull(deserializers, "deserializers");
    Objects.requireNonNull(unwrapper, "unwrapper");
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive, was " + threads);
    }
  }

  /** Without metadata, on all cores. What dumps refer to is made up for each of them anew. */
  public static Scanner ofAllCores() {
    return new Scanner(
        PlaceholderDeserializer::new,
        Unwrapper.DEFAULT,
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * What the dumps are. A dump that fails is counted as such and stops nothing.
   *
   * @param sources gone through by the calling thread; what the stream throws ends the scan
   */
  public Summary scan(Stream<Scannable> sources) {
    Run run = new Run();
    try (sources) {
      run.lookAtAll(sources.iterator());
    } finally {
      run.close();
    }
    return run.summary();
  }

  /** One scan. */
  private final class Run implements AutoCloseable {

    private final ExecutorService workers = Executors.newFixedThreadPool(threads);
    private final Semaphore room = new Semaphore(threads * WAITING);
    private final Summary.Collector sums = new Summary.Collector();
    private final AtomicReference<Error> fatal = new AtomicReference<>();

    void lookAtAll(Iterator<Scannable> sources) {
      for (long index = 0; sources.hasNext() && fatal.get() == null; index++) {
        Scannable source = sources.next();
        long place = index;
        room.acquireUninterruptibly();
        workers.execute(() -> lookAt(source, place));
      }
    }

    private void lookAt(Scannable source, long place) {
      try {
        Sighting seen = Sighting.of(source, unwrapper, deserializers.get());
        synchronized (sums) {
          if (seen == null) {
            sums.addAbsent();
          } else {
            sums.add(place, seen);
          }
        }
      } catch (Error e) {
        fatal.compareAndSet(null, e);
      } finally {
        room.release();
      }
    }

    /** Waits for the last dumps. */
    @Override
    public void close() {
      workers.shutdown();
      try {
        workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        workers.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }

    Summary summary() {
      if (fatal.get() != null) {
        throw fatal.get();
      }
      synchronized (sums) {
        return sums.summary();
      }
    }
  }
}
