package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.CustomTypes;
import dev.brine.ExpressionSerializer;
import dev.brine.GoodFixture;
import dev.brine.Shop;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real SQLAlchemy dumped gives the rows that it fetched itself. */
class FixtureRowsTest {

  /** May only grow with the fixtures. */
  private static final int AT_LEAST = 1480;

  /** What is said of an element of the user's own, untaught. */
  static final String USERS_OWN = "no SQL can be made of custom.";

  private static final Path GAPS = Path.of("python-fixtures", "known-gaps.txt");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Engine ENGINE = CustomTypes.registered(Engine.builder(Shop.URL)).build();

  @AfterAll
  static void closeEngine() {
    ENGINE.close();
  }

  /** What cannot be run yet, with its reason: run all the same, and must still fail. */
  private static final Map<String, String> KNOWN_GAPS = knownGaps();

  @Test
  void thereAreManyCases() {
    assertThat(cases()).hasSizeGreaterThan(AT_LEAST);
  }

  @Test
  void eachKnownGapIsACase() {
    assertThat(cases()).extracting(GoodFixture::name).containsAll(KNOWN_GAPS.keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fetchesWhatPythonFetched(GoodFixture fixture) {
    String reason = reason(fixture);
    if (reason != null) {
      assertThatThrownBy(() -> check(fixture))
          .as("works now: strike it from %s", GAPS)
          .hasMessageContaining(reason);
    } else {
      assertThatCode(() -> check(fixture)).doesNotThrowAnyException();
    }
  }

  /**
   * Why it cannot be run: a known gap, or an element of the user's own, untaught; null if it can.
   */
  private static @Nullable String reason(GoodFixture fixture) {
    return isUsersOwn(fixture) ? USERS_OWN : KNOWN_GAPS.get(fixture.name());
  }

  /** Whether an element of the user's own, untaught, is in it. */
  static boolean isUsersOwn(GoodFixture fixture) {
    return fixture.load() instanceof ClauseElement element && GoodFixture.hasOpaque(element);
  }

  private static void check(GoodFixture fixture) throws IOException {
    Statement statement = (Statement) ExpressionSerializer.loads(fixture.dump(), Shop.METADATA);

    Result<Record> result;
    try (Connection connection = ENGINE.connect()) {
      result = connection.execute(statement);
    }

    assertThat(Arrays.stream(result.fields()).map(Field::getName).toList())
        .isEqualTo(texts(fixture.expected().get("columns")));
    assertThat(JSON.readTree(rows(result))).isEqualTo(fixture.expected().get("rows"));
  }

  private static String rows(Result<Record> result) {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    result.forEach(row -> rows.add(JsonValues.row(row)));
    return rows.toString();
  }

  private static List<String> texts(JsonNode names) {
    return JSON.convertValue(
        names, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  /** Each line: a name, a blank, the text that the refusal holds; {@code #} begins a comment. */
  private static Map<String, String> knownGaps() {
    try (Stream<String> lines = Files.lines(GAPS)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<GoodFixture> cases() {
    return GoodFixture.all().filter(fixture -> fixture.expected().has("rows")).toList();
  }
}
