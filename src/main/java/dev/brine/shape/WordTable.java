package dev.brine.shape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A table beside a class: a text file with the words of an entry in each line; a line that begins
 * with {@code #} is a remark.
 */
public final class WordTable {

  private WordTable() {}

  /** The words of each line. */
  public static List<List<String>> read(Class<?> beside, String resource) {
    return read(beside, resource, " ");
  }

  /** The parts of each line, which may be more than words, between separators. */
  public static List<List<String>> read(Class<?> beside, String resource, String separator) {
    try (InputStream table =
            Objects.requireNonNull(beside.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(Pattern.quote(separator), -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of our own jar
    }
  }
}
