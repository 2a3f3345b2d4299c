package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for another series than 2.0 is read as what was written. */
class SeriesDumpsTest {

  /** Before 2.0.44 IN with None among its values is a list of elements, and 1.4 gets that. */
  private static final Set<String> NONE_IN_LIST =
      Set.of("naming_binds_expanding_nulls", "where_in_none_inside", "where_not_in_none_inside");

  /**
   * @param refused how many constructs the series has not got; may only shrink
   */
  @ParameterizedTest
  @CsvSource({"V1_4, 251", "V2_1, 4"})
  void whatIsWrittenForASeriesIsReadAgain(Series series, int refused) {
    DumpOptions options = DumpOptions.DEFAULT.withSeries(series);
    List<String> refusals = new ArrayList<>();
    Map<String, String> differences = new TreeMap<>();

    GoodFixture.all()
        .forEach(
            fixture -> {
              Object loaded = fixture.load();
              try {
                compare(fixture, loaded, ExpressionSerializer.dumps(loaded, options), differences);
              } catch (UnsupportedConstructException refusal) {
                refusals.add(fixture.name() + ": " + refusal.getMessage());
              }
            });

    if (series == Series.V1_4) {
      assertThat(differences.keySet()).containsAll(NONE_IN_LIST);
      differences.keySet().removeAll(NONE_IN_LIST);
    }
    assertThat(differences).isEmpty();
    assertThat(refusals).hasSizeLessThanOrEqualTo(refused);
  }

  private static void compare(
      GoodFixture fixture, Object loaded, byte[] dump, Map<String, String> differences) {
    Object again = ExpressionSerializer.loads(dump, Shop.METADATA);
    if (!again.toString().equals(loaded.toString()) && !text(again).equals(text(loaded))) {
      differences.put(fixture.name(), again + "\n  instead of " + loaded);
    }
  }

  /** A value that stands for itself in 2.0 may be a parameter in another series. */
  private static String text(Object loaded) {
    return loaded instanceof ClauseElement element
        ? CorpusSeriesSqlTest.compile(element, "default")
        : loaded.toString();
  }
}
