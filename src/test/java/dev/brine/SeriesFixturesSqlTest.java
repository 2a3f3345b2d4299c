package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.engine.JsonValues;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a series dumped compiles, in each dialect, to what 2.0 prints of the same construct; or, as
 * the series built another tree, to what it printed itself, {@linkplain PrintedOtherwise but for
 * the ways of compilers}.
 */
class SeriesFixturesSqlTest {

  private static final String REFUSED = "an error";

  private static final Map<String, GoodFixture> OF_2_0 = of20();

  private final Set<String> differing = new TreeSet<>();
  private final List<String> differences = new ArrayList<>();

  private static Map<String, GoodFixture> of20() {
    Map<String, GoodFixture> all = new HashMap<>();
    GoodFixture.all().forEach(fixture -> all.put(fixture.name(), fixture));
    return all;
  }

  static List<String> series() {
    return SeriesFixture.allSeries();
  }

  @ParameterizedTest
  @MethodSource("series")
  void compilesToTheSqlOfTheSeriesOrOf20(String series) {
    SeriesFixture.of(series, SeriesFixture.recordedBuild(series)).forEach(this::compare);

    assertThat(differing)
        .as(String.join("\n", differences))
        .isEqualTo(SeriesGaps.of(series, "sql"));
  }

  private void compare(SeriesFixture fixture) {
    ClauseElement element = element(fixture);
    // What is not understood is counted elsewhere.
    if (element == null || GoodFixture.hasOpaque(element)) {
      return;
    }
    GoodFixture present = OF_2_0.get(fixture.name());
    for (GoodFixture.Form form : fixture.forms()) {
      String own = text(form.expected());
      String now =
          present == null ? own : text(present.expected().path("sql").path(form.dialect()));
      String actual = compile(element, form.dialect());
      if (!actual.equals(now)
          && !PrintedOtherwise.leveled(actual).equals(PrintedOtherwise.leveled(own))) {
        differing.add(fixture.name());
        differences.add(fixture + " " + form.dialect() + ": " + actual + "\n  instead of " + own);
      }
    }
  }

  private static @Nullable ClauseElement element(SeriesFixture fixture) {
    try {
      return GoodFixture.element(fixture.load());
    } catch (BrineException refusal) {
      return null;
    }
  }

  /** The text and the parameters; of an error no more than that it is one. */
  static String text(JsonNode form) {
    if (form.has("error")) {
      return REFUSED;
    }
    List<String> params = new ArrayList<>();
    form.path("params")
        .forEach(param -> params.add(param.path("name").textValue() + "=" + param.get("value")));
    return form.path("sql").textValue() + " " + params.stream().sorted().toList();
  }

  static String compile(ClauseElement element, String dialect) {
    try {
      Compiled compiled = SqlCompiler.compile(element, Dialect.named(dialect), CustomTypes.OPTIONS);
      List<String> params = new ArrayList<>();
      compiled
          .shownParams()
          .forEach(
              (name, value) -> params.add(name + "=" + GoodFixture.json(JsonValues.write(value))));
      return compiled.sql() + " " + params.stream().sorted().toList();
    } catch (BrineException refusal) {
      return REFUSED;
    } catch (RuntimeException crash) {
      return crash.toString();
    }
  }
}
