package dev.brine.cli;

import dev.brine.error.UsageException;
import java.io.IOException;
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
      throw new UsageException("%s cannot be written: %s".formatted(file, e), null, e);
    }
  }
}
