package dev.brine;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a series is known to be otherwise, by name. A file for each series: lines of what is
 * otherwise and the construct, under a comment that gives the reason.
 */
public final class SeriesGaps {

  private static final Path FOLDER = Path.of("python-fixtures", "series-gaps");

  private SeriesGaps() {}

  /** The constructs of a series in which a thing is otherwise: {@code tree}, {@code sql} ... */
  public static Set<String> of(String series, String what) {
    Path file = FOLDER.resolve(series + ".txt");
    if (Files.notExists(file)) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(what + " "))
          .map(line -> line.substring(what.length() + 1))
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
