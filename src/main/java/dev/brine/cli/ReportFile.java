package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** {@code --report}: JSON objects, one a line; written anew by each run. */
final class ReportFile implements AutoCloseable {

  private final String name;
  private final @Nullable BufferedWriter writer;

  private ReportFile(String name, @Nullable BufferedWriter writer) {
    this.name = name;
    this.writer = writer;
  }

  /**
   * Opens it; without a name it takes everything and keeps nothing.
   *
   * @throws UsageException if it cannot be written
   */
  static ReportFile open(@Nullable String name) {
    if (name == null) {
      return new ReportFile("", null);
    }
    try {
      return new ReportFile(name, Files.newBufferedWriter(DumpFile.path(name)));
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  boolean isKept() {
    return writer != null;
  }

  String name() {
    return name;
  }

  void add(ObjectNode line) {
    if (writer != null) {
      try {
        writer.write(line + "\n");
      } catch (IOException e) {
        throw failure(name, e);
      }
    }
  }

  /** Lets others see what was added. */
  void flush() {
    if (writer != null) {
      try {
        writer.flush();
      } catch (IOException e) {
        throw failure(name, e);
      }
    }
  }

  @Override
  public void close() {
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        throw failure(name, e);
      }
    }
  }

  private static UsageException failure(String name, IOException e) {
    return new UsageException(
        "the report %s cannot be written: %s".formatted(name, e), "choose another --report", e);
  }
}
