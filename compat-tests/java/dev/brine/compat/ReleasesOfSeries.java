package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.GoodFixture;
import dev.brine.SeriesFixture;
import dev.brine.error.BrineException;
import dev.brine.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written for a series is, to its first release that can be had, what that release builds
 * itself: the same SQL in every dialect and the same rows. {@code -Dbrine.releases} names others,
 * separated by commas, of those that there are requirements for; {@code 1.4.54-pure} is the release
 * without its C extensions. A series has a class of its own, since each takes minutes and classes
 * run at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReleasesOfSeries {

  private static final String ASKED = System.getProperty("brine.releases", "");

  /** What follows a release without C extensions. */
  private static final String PURE = "-pure";

  private static final Path PYTHON = Path.of("compat-tests", "python");
  private static final Path GAPS = Path.of("python-fixtures", "release-gaps.txt");

  private final Series series;
  private final String first;

  /** By the name of the construct; empty where it is refused. */
  private final Map<String, Optional<byte[]>> dumps = new TreeMap<>();

  ReleasesOfSeries(Series series, String first) {
    this.series = series;
    this.first = first;
  }

  Stream<String> releases() {
    return Stream.of((ASKED.isEmpty() ? first : ASKED).split(","))
        .filter(version -> version.startsWith(series + "."));
  }

  @BeforeAll
  void dump() {
    DumpOptions options = DumpOptions.DEFAULT.withSeries(series);
    GoodFixture.all().forEach(each -> dumps.put(each.name(), dump(each.load(), options)));
    SeriesFixture.not20().forEach(each -> dumps.put(each.name(), dump(each.load(), options)));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("releases")
  void eachMakesOfItWhatItMakesOfItsOwn(String version) throws IOException {
    LivingPython python = python(version);
    Map<String, String> otherwise = new TreeMap<>();
    int same = 0;

    for (Map.Entry<String, Optional<byte[]>> dump : dumps.entrySet()) {
      JsonNode answer = python.askAnyway(question(python, dump.getKey(), dump.getValue()));
      String verdict = answer.path("verdict").asText("fails");
      switch (verdict) {
        case "same" -> same++;
        case "unbuildable" -> {
          // Then it need not load it.
        }
        default -> otherwise.put(verdict + " " + dump.getKey(), answer.toString());
      }
    }

    assertThat(otherwise.keySet()).as(text(otherwise)).isEqualTo(gaps(version));
    assertThat(same).isGreaterThan(1000);
  }

  private static LivingPython python(String version) {
    String release = version.replace(PURE, "");
    return LivingPython.with(
        "release-" + version,
        PYTHON.resolve("requirements-release-%s.txt".formatted(release)),
        PYTHON.resolve(version.equals(release) ? "release_worker.py" : "pure_release_worker.py"));
  }

  private static ObjectNode question(LivingPython python, String name, Optional<byte[]> dump) {
    ObjectNode question = python.question("compare").put("name", name);
    dump.ifPresent(bytes -> question.put("dump", LivingPython.base64(bytes)));
    return question;
  }

  private static Optional<byte[]> dump(Object construct, DumpOptions options) {
    try {
      return Optional.of(ExpressionSerializer.dumps(construct, options));
    } catch (BrineException refusal) {
      return Optional.empty();
    }
  }

  /** What a release is known to make of a construct, and the construct. */
  private static Set<String> gaps(String version) throws IOException {
    Set<String> gaps = new TreeSet<>();
    for (String line : Files.readAllLines(GAPS)) {
      List<String> words = List.of(line.split(" "));
      if (!line.startsWith("#")
          && words.subList(Math.min(2, words.size()), words.size()).contains(version)) {
        gaps.add(words.get(0) + " " + words.get(1));
      }
    }
    return gaps;
  }

  private static String text(Map<String, String> otherwise) {
    StringBuilder text = new StringBuilder();
    otherwise.forEach(
        (what, answer) ->
            text.append(what).append(": ").append(Objects.requireNonNull(answer)).append('\n'));
    return text.toString();
  }
}
