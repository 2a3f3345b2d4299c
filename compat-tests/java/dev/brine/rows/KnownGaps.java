package dev.brine.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Of what Java cannot yet do as Python does, {@code python-fixtures/rows/known-gaps.txt} is the
 * list: each line a database, a blank, the name of a statement (or {@code random}, for all random
 * ones), a blank, and words of the difference; {@code #} begins a comment. Each is run all the same
 * and must still differ.
 *
 * @param gaps of one database
 */
record KnownGaps(List<Gap> gaps) {

  static final Path FILE = Path.of("python-fixtures", "rows", "known-gaps.txt");

  /** The name under which random statements are listed. */
  static final String RANDOM = "random";

  private static final int PARTS = 3;

  /** One line. */
  private record Gap(String name, String words) {
    boolean explains(String statement, String difference) {
      return name.equals(statement) && difference.contains(words);
    }
  }

  KnownGaps {
    gaps = List.copyOf(gaps);
  }

  static KnownGaps of(SharedDatabase database) {
    try (Stream<String> lines = Files.lines(FILE)) {
      return new KnownGaps(
          lines
              .filter(line -> line.startsWith(database.dialect() + " "))
              .map(line -> line.split(" ", PARTS))
              .map(parts -> new Gap(parts[1], parts[2]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean explain(String statement, String difference) {
    return gaps.stream().anyMatch(gap -> gap.explains(statement, difference));
  }

  /** The differences, by statement, that are not listed. */
  List<String> unlisted(Map<String, String> differences) {
    return differences.entrySet().stream()
        .filter(each -> !explain(each.getKey(), each.getValue()))
        .map(each -> each.getKey() + ": " + each.getValue())
        .toList();
  }

  /** Those of the listed statements that were run, and no longer differ as they are said to. */
  List<String> outdated(List<String> run, Map<String, String> differences) {
    List<String> outdated = new ArrayList<>();
    for (Gap gap : gaps) {
      String difference = differences.getOrDefault(gap.name(), "");
      if (run.contains(gap.name()) && !gap.explains(gap.name(), difference)) {
        outdated.add(gap.name() + ": " + gap.words());
      }
    }
    return outdated;
  }
}
