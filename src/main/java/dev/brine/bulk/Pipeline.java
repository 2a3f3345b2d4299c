package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * One thread reads pages, as many as there are cores transform, and the caller's writes them in
 * their order. Between them are few pages at a time, however much faster one is than the other.
 */
final class Pipeline {

  /** Pages that are read and not yet written: enough that nobody waits who need not. */
  private static final int PAGES_AHEAD = 4;

  private static final int JOIN_MILLIS = 20;

  /** Rows that a thread transforms at a time. */
  private static final int CHUNK = 16;

  private final ColumnSource source;
  private final Transformation transformation;
  private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(PAGES_AHEAD);
  private final ExecutorService workers;
  private final Thread reader;
  private volatile boolean isStopped;

  /**
   * A page that is being transformed.
   *
   * @param chunks what the threads give; empty at the end
   * @param failure what ended the reading; null if nothing did
   */
  private record Page(
      List<Future<List<Batch.Worked>>> chunks, @Nullable RuntimeException failure) {}

  private Pipeline(
      ColumnSource source, Transformation transformation, int threads, @Nullable RowKey after) {
    this.source = source;
    this.transformation = transformation;
    this.workers = Executors.newFixedThreadPool(threads, daemons("brine-worker"));
    this.reader = daemons("brine-reader").newThread(() -> read(after));
  }

  /** They do not keep a JVM alive whose main thread has failed. */
  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Works on all rows after a key; on all if it is null. */
  static void run(
      ColumnSource source,
      Transformation transformation,
      int threads,
      @Nullable RowKey after,
      Sink sink,
      Sink.BatchListener listener) {
    Pipeline pipeline = new Pipeline(source, transformation, threads, after);
    try {
      pipeline.reader.start();
      pipeline.write(sink, listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted", "the same command goes on from there", e);
    } finally {
      pipeline.stop();
    }
  }

  private void read(@Nullable RowKey after) {
    try {
      RowKey last = after;
      List<SourceRow> rows = source.page(last);
      while (!rows.isEmpty() && !isStopped) {
        pages.put(new Page(submit(rows), null));
        last = rows.get(rows.size() - 1).key();
        rows = source.page(last);
      }
      pages.put(new Page(List.of(), null));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private void tell(RuntimeException failure) {
    try {
      pages.put(new Page(List.of(), failure));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Future<List<Batch.Worked>>> submit(List<SourceRow> rows) {
    List<Future<List<Batch.Worked>>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      List<SourceRow> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
      chunks.add(
          workers.submit(
              () -> chunk.stream().map(row -> Batch.Worked.on(row, transformation)).toList()));
    }
    return chunks;
  }

  private void write(Sink sink, Sink.BatchListener listener) throws InterruptedException {
    while (true) {
      Page page = pages.take();
      if (page.failure() != null) {
        throw page.failure();
      }
      if (page.chunks().isEmpty()) {
        return;
      }
      List<Batch.Worked> rows = new ArrayList<>();
      for (Future<List<Batch.Worked>> chunk : page.chunks()) {
        rows.addAll(result(chunk));
      }
      sink.write(new Batch(rows), listener);
    }
  }

  private static List<Batch.Worked> result(Future<List<Batch.Worked>> chunk)
      throws InterruptedException {
    try {
      return chunk.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread that transforms has failed", e);
    }
  }

  /**
   * Waits for the reader, whose connection is going to be closed. It is not interrupted: H2 would
   * close the whole database.
   */
  private void stop() {
    workers.shutdownNow();
    isStopped = true;
    try {
      while (reader.isAlive()) {
        pages.clear();
        reader.join(JOIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
