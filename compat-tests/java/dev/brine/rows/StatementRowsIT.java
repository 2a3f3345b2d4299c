package dev.brine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each statement of {@code python-fixtures/rows/statements} fetches the same rows, in value and
 * type, for Python and for Java, and for Python from the dump that Java writes of it. What was
 * found is in {@code target/rows/<database>.txt}.
 */
class StatementRowsIT {

  /** May only grow with the statements. */
  private static final int AT_LEAST = 1000;

  @ParameterizedTest
  @EnumSource(SharedDatabase.class)
  void pythonAndJavaFetchTheSameRows(SharedDatabase database) throws IOException {
    Map<String, String> differences = new TreeMap<>();
    List<String> run;
    int equal = 0;
    try (World world = new World("bazaar", database)) {
      run = world.statements();
      for (String name : run) {
        Told statement = world.statement(name);
        Comparison.difference(world, name, statement)
            .ifPresent(difference -> differences.put(name, difference));
        equal += statement.isRefused() || differences.containsKey(name) ? 0 : 1;
      }
      report(world, equal, differences);
    }

    KnownGaps gaps = KnownGaps.of(database);
    assertThat(gaps.unlisted(differences)).as("differences").isEmpty();
    assertThat(gaps.outdated(run, differences))
        .as("those in %s that work now are to be struck", KnownGaps.FILE)
        .isEmpty();
    assertThat(equal + differences.size()).isGreaterThanOrEqualTo(AT_LEAST);
  }

  private static void report(World world, int equal, Map<String, String> differences)
      throws IOException {
    String dialect = world.database().dialect();
    List<String> lines = new ArrayList<>();
    lines.add("%s: %d of %d".formatted(dialect, equal, world.statements().size()));
    differences.forEach((name, difference) -> lines.add(dialect + " " + name + " " + difference));
    Files.write(Path.of("target", "rows", dialect + ".txt"), lines);
  }
}
