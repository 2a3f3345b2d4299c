package dev.brine.cli;

import dev.brine.error.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files whole or not at all. */
final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes beside the file and moves the result in its place.
   *
   * @throws UsageException if it cannot be written; what was there before is still there
   */
  static void write(Path file, byte[] content) {
    if (isDevice(file)) {
      writeDirectly(file, content);
      return;
    }
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(folder);
      try {
        Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** A pipe or a device, such as /dev/stdout, must not be replaced by a file. */
  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void writeDirectly(Path file, byte[] content) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      out.write(content);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static UsageException failure(Path file, IOException e) {
    return new UsageException(
        "%s cannot be written: %s".formatted(file, e.getMessage()),
        "is there such a folder, may you write there, and is there room? nothing was changed",
        e);
  }
}
