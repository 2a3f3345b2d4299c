package dev.brine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known to differ, from a list whose lines are a series, a fixture and what of it differs;
 * the reason is in the comment above.
 */
final class OrmGaps {

  /** It is what it was made as, of which SQLAlchemy lost something when it dumped it. */
  static final String ORIGINAL = "original";

  /** It is neither that nor what SQLAlchemy makes of its dump. */
  static final String OTHER = "other";

  private OrmGaps() {}

  /** What differs of the fixtures of a series, by their names. */
  static Map<String, String> of(String file, String series) {
    Map<String, String> gaps = new TreeMap<>();
    for (String line : lines(file)) {
      String[] parts = line.split(" ", 3);
      if (parts[0].equals(series)) {
        gaps.put(parts[1], parts[2]);
      }
    }
    return gaps;
  }

  private static Iterable<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of("python-fixtures", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
