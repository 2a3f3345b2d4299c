package dev.brine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random statements fetch the same rows for Python and for Java, and for Python from the dump that
 * Java writes. {@code -Dbrine.random.count=100000 -Dbrine.random.seed=7} tries others, and more of
 * them, as a night allows; a failing statement is told in its smallest form.
 */
class RandomStatementsIT {

  private static final int COUNT = Integer.getInteger("brine.random.count", 2000);
  private static final String SEED = System.getProperty("brine.random.seed", "20");

  /** So many failures are made small and told; the others mostly have the same reason. */
  private static final int TOLD = 5;

  /** A run in which most find no row proves little. */
  private static final double LEAST_WITH_ROWS = 0.3;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void pythonAndJavaFetchTheSameRows(SharedDatabase database) {
    KnownGaps gaps = KnownGaps.of(database);
    List<String> failures = new ArrayList<>();
    int run = 0;
    int withRows = 0;
    try (World world = new World("bazaar", database)) {
      AheadOfUse<RandomStatement> statements =
          new AheadOfUse<>(number -> world.random(SEED + ":" + number));
      // Those that Python is refused do not count, though Java must be refused them too.
      for (int i = 0; run < COUNT && failures.size() < TOLD; i++) {
        RandomStatement statement = statements.next();
        run += statement.told().isRefused() ? 0 : 1;
        withRows += statement.told().outcome().path("rows").isEmpty() ? 0 : 1;
        if (failure(world, gaps, statement).isPresent()) {
          Shrinker<RandomStatement> shrinker =
              new Shrinker<>(choices -> failing(world, gaps, choices), RandomStatement::choices);
          failures.add(told(world, i, shrinker.shrink(statement)));
        }
      }
    }
    System.out.printf(
        "%d random statements on %s, seed %s: %d with rows, %d failures%n",
        run, database.dialect(), SEED, withRows, failures.size());

    assertThat(failures).as("failures with seed " + SEED).isEmpty();
    assertThat((double) withRows / run).isGreaterThan(LEAST_WITH_ROWS);
  }

  private static Optional<RandomStatement> failing(
      World world, KnownGaps gaps, List<Integer> choices) {
    RandomStatement statement = world.random(choices);
    return failure(world, gaps, statement).map(difference -> statement);
  }

  /** What differs, unless it is known. */
  private static Optional<String> failure(World world, KnownGaps gaps, RandomStatement statement) {
    return Comparison.difference(world, KnownGaps.RANDOM, statement.told())
        .filter(difference -> !gaps.explain(KnownGaps.RANDOM, difference));
  }

  private static String told(World world, int number, RandomStatement statement) {
    return "number %d:%n%s%n%s%n%s"
        .formatted(
            number,
            statement.source(),
            world.sql(statement),
            Comparison.difference(world, KnownGaps.RANDOM, statement.told()).orElse(""));
  }
}
