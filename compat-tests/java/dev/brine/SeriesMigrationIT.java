package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.compat.LivingPython;
import dev.brine.error.BrineException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
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
 * What a series dumped of a construct and Brine moved to 2.0, a living SQLAlchemy 2.0 loads; it
 * compiles it to the SQL that Brine compiles the old dump to, and fetches the rows that the old
 * series fetched.
 */
class SeriesMigrationIT {

  private static final String DIALECT = "default";

  /** Of one construct many series' dumps become the very same bytes. */
  private static final Map<String, JsonNode> ANSWERS = new HashMap<>();

  /** What 2.0 printed of each construct. */
  private static final Map<String, String> OF_2_0 = new HashMap<>();

  static {
    GoodFixture.all()
        .forEach(
            each -> {
              JsonNode form = each.expected().path("sql").path(DIALECT);
              OF_2_0.put(each.name(), SeriesFixturesSqlTest.text(form));
            });
  }

  private final LivingPython python = LivingPython.with(LivingPython.SQLALCHEMY_2_0);
  private final Set<String> differing = new TreeSet<>();
  private final List<String> differences = new ArrayList<>();
  private int moved;

  static List<String> series() {
    return SeriesFixture.allSeries();
  }

  @ParameterizedTest
  @MethodSource("series")
  void aLivingPythonUsesWhatWasMoved(String series) {
    SeriesFixture.of(series, SeriesFixture.recordedBuild(series)).forEach(this::compare);

    assertThat(moved).isGreaterThan(1000);
    assertThat(differing)
        .as(String.join("\n", differences))
        .isEqualTo(SeriesGaps.of(series, "moved"));
  }

  private void compare(SeriesFixture fixture) {
    String wanted = wanted(fixture);
    if (wanted == null) {
      return;
    }
    moved++;
    JsonNode answer;
    try {
      answer = answer(fixture);
    } catch (UnsupportedConstructException refusal) {
      differ(fixture, String.valueOf(refusal.getMessage()));
      return;
    }
    JsonNode form = answer.path("sql").path(DIALECT);
    String actual = answer.has("error") ? answer.toString() : SeriesFixturesSqlTest.text(form);
    if (!actual.equals(wanted)) {
      differ(fixture, actual + "\n  instead of " + wanted);
    } else if (hasRows(fixture) && !rows(answer).equals(rows(fixture.expected()))) {
      differ(fixture, rows(answer) + " not " + rows(fixture.expected()));
    }
  }

  private void differ(SeriesFixture fixture, String how) {
    differing.add(fixture.name());
    differences.add(fixture + ": " + how);
  }

  /**
   * The SQL it has, which of a user's element is what 2.0 itself recorded. Null for what is not to
   * be moved: what has no SQL, or holds what is SQLAlchemy's and not understood.
   */
  private static @Nullable String wanted(SeriesFixture fixture) {
    try {
      Object loaded = fixture.load();
      ClauseElement element = GoodFixture.element(loaded);
      if (element == null || !Findings.of(loaded).foreign().isEmpty()) {
        return null;
      }
      return FixtureDumps.opaque(loaded).isEmpty()
          ? SeriesFixturesSqlTest.compile(element, DIALECT)
          : OF_2_0.get(fixture.name());
    } catch (BrineException refusal) {
      return null;
    }
  }

  private JsonNode answer(SeriesFixture fixture) {
    // As brine migrate --to 2.0 does.
    String written =
        LivingPython.base64(
            ExpressionSerializer.dumps(new PlaceholderDeserializer().loads(fixture.dump())));
    boolean isRun = hasRows(fixture);
    return ANSWERS.computeIfAbsent(
        isRun + written, unseen -> python.askAnyway(question(written, isRun)));
  }

  private ObjectNode question(String dump, boolean isRun) {
    ObjectNode question = python.question("load").put("dump", dump).put("run", isRun);
    question.putArray("dialects").add(DIALECT);
    return question;
  }

  private static boolean hasRows(SeriesFixture fixture) {
    return fixture.expected().has("rows");
  }

  /** In an order of their own, which few statements promise. */
  private static List<String> rows(JsonNode told) {
    List<String> rows = new ArrayList<>();
    told.path("rows").forEach(row -> rows.add(row.toString()));
    return rows.stream().sorted().toList();
  }
}
