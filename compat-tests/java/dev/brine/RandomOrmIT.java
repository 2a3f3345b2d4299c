package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.rows.Shrinker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random ORM statements compile to the same SQL for a series' living SQLAlchemy, which loaded its
 * own dump of them, and for Java; they send the same statements and give the same entities; and
 * what Java dumps of them, for that series and for the others, gives these the same. {@code
 * -Dbrine.random.orm=10000 -Dbrine.random.seed=7} tries others, and more of them; a failing
 * statement is told in its smallest form.
 */
class RandomOrmIT {

  private static final int COUNT = Integer.getInteger("brine.random.orm", 100);
  private static final String SEED = System.getProperty("brine.random.seed", "20");

  /** So many failures are made small and told; the others mostly have the same reason. */
  private static final int TOLD = 5;

  /** A run in which most are refused proves little. */
  private static final double LEAST_USABLE = 0.6;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "1.4", "2.1"})
  void pythonAndJavaMakeTheSameOfThem(String series) throws IOException {
    OrmPython python = OrmPython.of(series);
    List<OrmPython> others =
        Music.SERIES.stream().filter(each -> !each.equals(series)).map(OrmPython::of).toList();
    OrmRandomGaps gaps = OrmRandomGaps.read();
    List<String> failures = new ArrayList<>();
    int usable = 0;
    try (OrmComparison comparison = new OrmComparison(python, others, folder)) {
      for (int i = 0; i < COUNT && failures.size() < TOLD; i++) {
        RandomOrm statement = python.random(SEED + ":" + i);
        usable += statement.fixture() == null || isRefused(statement.fixture()) ? 0 : 1;
        if (!gaps.unexplained(statement, comparison).isEmpty()) {
          Shrinker<RandomOrm> shrinker =
              new Shrinker<>(
                  choices ->
                      Optional.of(python.random(choices))
                          .filter(each -> !gaps.unexplained(each, comparison).isEmpty()),
                  RandomOrm::choices);
          RandomOrm smallest = shrinker.shrink(statement);
          failures.add(
              "number %d:%n%s%n%s"
                  .formatted(i, smallest.source(), gaps.unexplained(smallest, comparison)));
        }
      }
    }
    System.out.printf(
        "%d random ORM statements of %s, seed %s: %d usable, %d failures%n",
        COUNT, series, SEED, usable, failures.size());

    assertThat(failures).as("failures with seed " + SEED).isEmpty();
    assertThat((double) usable / COUNT).isGreaterThan(LEAST_USABLE);
  }

  private static boolean isRefused(OrmFixture fixture) {
    return fixture.isOnlyForBrine() || fixture.result().has("error");
  }
}
