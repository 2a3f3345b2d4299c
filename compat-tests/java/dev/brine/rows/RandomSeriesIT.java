package dev.brine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random statements, dumped by each living series that can say them and moved to each other,
 * compile there to what is built there, and have the same rows where SQLite can run them; Java
 * prints what was dumped, and what was moved, as 2.0 does. {@code -Dbrine.random.moves=100000
 * -Dbrine.random.seed=7} tries others, and more of them, as a night allows; a failing statement is
 * told in its smallest form.
 */
class RandomSeriesIT {

  private static final int COUNT = Integer.getInteger("brine.random.moves", 300);
  private static final String SEED = System.getProperty("brine.random.seed", "20");

  /** So many failures are made small and told; the others mostly have the same reason. */
  private static final int TOLD = Integer.getInteger("brine.random.told", 3);

  /** A run in which most can be said by one series alone proves little. */
  private static final double LEAST_MOVED = 0.6;

  private static final List<Series> SERIES =
      List.of(Series.V1_3, Series.V1_4, Series.V2_0, Series.V2_1);

  @Test
  void whatIsMovedIsWhatIsBuiltThere() {
    try (World rows = new World("bazaar", SharedDatabase.SQLITE)) {
      compare(SERIES.stream().map(series -> new LivingSeries(series, rows)).toList());
    }
  }

  private static void compare(List<LivingSeries> living) {
    List<String> failures = new ArrayList<>();
    Map<String, Integer> tried = new TreeMap<>();
    LivingSeries grammar = living.get(SERIES.indexOf(Series.V2_0));
    AheadOfUse<JsonNode> sources =
        new AheadOfUse<>(number -> grammar.source("move" + SEED + ":" + number));
    for (int i = 0; i < COUNT && failures.size() < TOLD; i++) {
      RandomMove move = RandomMove.of(sources.next(), living);
      move.pairs().forEach(pair -> tried.merge(pair.toString(), 1, Integer::sum));
      if (!move.differences(living).isEmpty()) {
        Shrinker<RandomMove> shrinker =
            new Shrinker<>(choices -> failing(grammar, living, choices), RandomMove::choices);
        failures.add(told(i, shrinker.shrink(move), living));
      }
    }
    System.out.printf("%d random statements moved, seed %s: %s%n", COUNT, SEED, tried);

    assertThat(failures).as("failures with seed " + SEED).isEmpty();
    assertThat(tried).hasSize(SERIES.size() * SERIES.size());
    assertThat(tried.values()).allMatch(count -> count > COUNT * LEAST_MOVED);
  }

  private static Optional<RandomMove> failing(
      LivingSeries grammar, List<LivingSeries> living, List<Integer> choices) {
    RandomMove move = RandomMove.of(grammar.source(choices), living);
    return Optional.of(move).filter(each -> !each.differences(living).isEmpty());
  }

  private static String told(int number, RandomMove move, List<LivingSeries> living) {
    StringBuilder text = new StringBuilder("number " + number + ":\n" + move.source() + "\n");
    move.differences(living)
        .forEach(each -> text.append(each.pair()).append(' ').append(each.how()).append('\n'));
    return text.toString();
  }
}
