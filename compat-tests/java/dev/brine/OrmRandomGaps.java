package dev.brine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * In what random ORM statements may differ, by rule: a line of {@code orm-random-gaps.txt} is an
 * expression that is found in what differs, " @ ", and one that is found in the series and the
 * source of the statement; the reason is in the comment above.
 */
record OrmRandomGaps(List<Rule> rules) {

  private static final Path FILE = Path.of("python-fixtures", "orm-random-gaps.txt");
  private static final String SEPARATOR = " @ ";

  record Rule(Pattern difference, Pattern source) {

    static Rule of(String line) {
      String[] parts = line.split(SEPARATOR, 2);
      return new Rule(
          Pattern.compile(parts[0], Pattern.DOTALL), Pattern.compile(parts[1], Pattern.DOTALL));
    }

    boolean explains(String found, String statement) {
      return difference.matcher(found).find() && source.matcher(statement).find();
    }
  }

  static OrmRandomGaps read() throws IOException {
    return new OrmRandomGaps(
        Files.readAllLines(FILE).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Rule::of)
            .toList());
  }

  /** What differs for no known reason. */
  List<String> unexplained(RandomOrm statement, OrmComparison comparison) {
    String described = comparison.series() + "\n" + statement.source();
    return comparison.differences(statement).stream()
        .filter(found -> rules.stream().noneMatch(rule -> rule.explains(found, described)))
        .toList();
  }
}
