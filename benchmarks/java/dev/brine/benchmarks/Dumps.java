package dev.brine.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The dumps beside this folder, made by {@code make_dumps.py}. The working folder is the project's.
 */
final class Dumps {

  private Dumps() {}

  static byte[] read(String name) {
    try {
      return Files.readAllBytes(Path.of("benchmarks", "dumps", name + ".pickle"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
