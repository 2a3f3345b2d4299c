package dev.brine.cli;

import dev.brine.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Reads files that options name. */
final class TextFile {

  private TextFile() {}

  /**
   * The text of a file in UTF-8.
   *
   * @throws UsageException if it cannot be read
   */
  static String read(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /**
   * The bytes of a file.
   *
   * @throws UsageException if it cannot be read
   */
  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(DumpFile.path(name));
    } catch (IOException e) {
      throw new UsageException("the file %s cannot be read: %s".formatted(name, e), null, e);
    }
  }
}
