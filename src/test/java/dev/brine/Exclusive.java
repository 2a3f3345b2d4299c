package dev.brine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What only one may do at a time, of the threads here and of the JVMs that the build tests in: to
 * make below {@code target} what all of them use.
 */
public final class Exclusive {

  private Exclusive() {}

  /** What is done meanwhile. */
  @FunctionalInterface
  public interface Task<T> {
    T run() throws IOException, InterruptedException;
  }

  /**
   * Runs it while nobody else runs anything under the same lock.
   *
   * @param lock a file of no content; made if it is not there
   */
  public static synchronized <T> T run(Path lock, Task<T> task)
      throws IOException, InterruptedException {
    Files.createDirectories(lock.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock held = channel.lock();
      T done = task.run();
      held.release();
      return done;
    }
  }
}
