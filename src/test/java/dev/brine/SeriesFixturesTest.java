package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.TreePrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every series dumped of a construct is read as the same structure as what 2.0 dumped of it,
 * at each protocol and from each build, but for what {@link SeriesGaps} lists.
 */
class SeriesFixturesTest {

  /** How many constructs a series says at least; may only grow. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("0.6", 1600),
          Map.entry("0.7", 1820),
          Map.entry("0.8", 1960),
          Map.entry("0.9", 2090),
          Map.entry("1.0", 2140),
          Map.entry("1.1", 2420),
          Map.entry("1.2", 2480),
          Map.entry("1.3", 3490),
          Map.entry("1.4", 3980),
          Map.entry("2.1", 4310));

  private static final Map<String, Object> OF_2_0 = of20();

  private final Set<String> unloaded = new TreeSet<>();
  private final Set<String> opaque = new TreeSet<>();
  private final Set<String> other = new TreeSet<>();

  private static Map<String, Object> of20() {
    Map<String, Object> loaded = new HashMap<>();
    GoodFixture.all().forEach(fixture -> loaded.put(fixture.name(), fixture.load()));
    return loaded;
  }

  static List<String> series() {
    return SeriesFixture.allSeries();
  }

  static Stream<Arguments> otherBuilds() {
    return series().stream()
        .flatMap(
            series ->
                SeriesFixture.builds(series).stream()
                    .filter(build -> !build.equals(SeriesFixture.recordedBuild(series)))
                    .map(build -> Arguments.of(series, build)));
  }

  @Test
  void everySeriesButTheOneOfAllFixturesIsThere() {
    assertThat(series()).containsAll(FLOORS.keySet());
  }

  @ParameterizedTest
  @MethodSource("series")
  void aSeriesSaysWhatItHasWordsFor(String series) {
    assertThat(SeriesFixture.expected(series).values())
        .filteredOn(expected -> !expected.has("absent"))
        .hasSizeGreaterThanOrEqualTo(FLOORS.getOrDefault(series, 1));
  }

  @ParameterizedTest
  @MethodSource("series")
  void structuresAreThoseOf20(String series) {
    SeriesFixture.of(series, SeriesFixture.recordedBuild(series))
        .forEach(fixture -> compare(fixture, OF_2_0.get(fixture.name())));

    assertThat(unloaded).as("not loaded").isEqualTo(SeriesGaps.of(series, "load"));
    assertThat(opaque).as("not understood").isEqualTo(SeriesGaps.of(series, "opaque"));
    assertThat(other).as("another structure").isEqualTo(SeriesGaps.of(series, "tree"));
  }

  @ParameterizedTest
  @MethodSource("otherBuilds")
  void otherPythonsAndCExtensionsMakeNoDifference(String series, String build) {
    Map<String, SeriesFixture> recorded =
        SeriesFixture.of(series, SeriesFixture.recordedBuild(series))
            .collect(Collectors.toMap(SeriesFixture::name, Function.identity()));

    SeriesFixture.of(series, build)
        .filter(fixture -> recorded.containsKey(fixture.name()))
        .forEach(fixture -> compare(fixture, anyway(recorded.get(fixture.name()))));

    assertThat(other).as("another structure").isEqualTo(SeriesGaps.of(series, "tree@" + build));
  }

  /** Null for one that cannot be loaded, which is told elsewhere. */
  private static @Nullable Object anyway(@Nullable SeriesFixture fixture) {
    try {
      return fixture == null ? null : fixture.load();
    } catch (BrineException refusal) {
      return null;
    }
  }

  /** Null is wanted of what 2.0 cannot say: it is to be understood, and its SQL is looked at. */
  private void compare(SeriesFixture fixture, @Nullable Object wanted) {
    boolean isUnderstood = FixtureDumps.opaque(wanted).isEmpty();
    for (int protocol : fixture.protocols()) {
      Object loaded = load(fixture, protocol);
      if (loaded == null || !isUnderstood) {
        continue;
      }
      if (!FixtureDumps.opaque(loaded).isEmpty()) {
        opaque.add(fixture.name());
      } else if (wanted != null && !tree(loaded).equals(tree(wanted))) {
        other.add(fixture.name());
      }
    }
  }

  private @Nullable Object load(SeriesFixture fixture, int protocol) {
    try {
      return ExpressionSerializer.loads(fixture.dump(protocol), Shop.METADATA);
    } catch (BrineException refusal) {
      unloaded.add(fixture.name());
      return null;
    }
  }

  private static String tree(@Nullable Object loaded) {
    if (loaded instanceof List<?> items) {
      return items.stream().map(SeriesFixturesTest::tree).toList().toString();
    }
    ClauseElement element = loaded == null ? null : GoodFixture.element(loaded);
    return element == null
        ? String.valueOf(loaded)
        : BuiltOtherwise.leveled(TreePrinter.print(element));
  }
}
