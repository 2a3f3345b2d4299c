package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.compat.LivingPython;
import dev.brine.error.BrineException;
import dev.brine.series.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What any series dumped and Brine moved to a series, a living SQLAlchemy of that series loads.
 * Where the series has the construct it compiles it to what it recorded of its own, and fetches or
 * changes the same rows.
 */
class CorpusMovedIT {

  /** A series that dumps are moved to. */
  enum Target {
    V1_3(Series.V1_3, "1_3_24", 9519),
    V1_4(Series.V1_4, "1_4_54", 10139),
    V2_0(Series.V2_0, "2_0_52", 10291),
    V2_1(Series.V2_1, "2_1_0b3", 10292);

    private final Series series;
    private final String recorded;
    private final int floor;

    /**
     * @param recorded the version whose own queries were recorded
     * @param floor how many dumps are the same at least; may only grow
     */
    Target(Series series, String recorded, int floor) {
      this.series = series;
      this.recorded = recorded;
      this.floor = floor;
    }
  }

  private final List<String> differences = new ArrayList<>();
  private List<MovedOtherwise> exceptions = List.of();
  private final Set<MovedOtherwise> unneeded = new HashSet<>();
  private int same;
  private int listed;

  /** Many builds' dumps become the very same bytes. */
  private final Map<String, JsonNode> answers = new HashMap<>();

  @ParameterizedTest
  @EnumSource
  void aLivingPythonUsesWhatWasMoved(Target target) throws IOException {
    exceptions = MovedOtherwise.read("compiled-otherwise-in-%s.txt".formatted(target.series));
    unneeded.addAll(exceptions);
    Optional<Path> open = Corpus.open();
    Optional<Path> models = Corpus.file("zoomodels.py");
    assumeThat(open.isPresent() && models.isPresent()).as(Corpus.ABSENT).isTrue();
    RecordedQueries recorded = new RecordedQueries(open.orElseThrow());
    LivingPython python = python(target, models.orElseThrow());

    for (Path dump : Corpus.dumps(open.orElseThrow(), ".*")) {
      Object loaded = read(dump);
      if (loaded != null && Findings.of(loaded).foreign().isEmpty()) {
        compare(dump, loaded, recorded.of(target.recorded, dump), target, python);
      }
    }

    System.out.printf(
        "moved to %s: %d of %d the same, %d otherwise as is listed%n",
        target.series, same, same + listed + differences.size(), listed);
    assertThat(differences).isEmpty();
    assertThat(unneeded).as("exceptions that are none").isEmpty();
    assertThat(same).isGreaterThanOrEqualTo(target.floor);
  }

  private static LivingPython python(Target target, Path models) {
    LivingPython python =
        LivingPython.with(
            "moved-" + target.series,
            Path.of(
                "python-fixtures", "requirements", "sqlalchemy-%s.txt".formatted(target.series)),
            Path.of("compat-tests", "python", "moved_worker.py"));
    Path folder = models.toAbsolutePath().getParent();
    python.ask(python.question("open").put("corpus", String.valueOf(folder)));
    return python;
  }

  private static @Nullable Object read(Path dump) {
    try {
      return new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump));
    } catch (BrineException refusal) {
      return null;
    }
  }

  private void compare(
      Path dump, Object loaded, JsonNode wanted, Target target, LivingPython python) {
    byte[] moved;
    try {
      moved = ExpressionSerializer.dumps(loaded, DumpOptions.DEFAULT.withSeries(target.series));
    } catch (BrineException refusal) {
      if (wanted.hasNonNull("sql")) {
        differ(dump, refusal.getMessage());
      }
      return;
    }
    if (!wanted.hasNonNull("sql")) {
      return;
    }
    String written = LivingPython.base64(moved);
    String dialect = wanted.path("dialect").asText();
    boolean isRun = isRun(wanted);
    JsonNode answer =
        answers.computeIfAbsent(
            dialect + isRun + written,
            unseen -> python.askAnyway(question(python, written, dialect, isRun)));
    if (answer.has("error")) {
      differ(dump, answer.toString());
    } else if (!text(answer).equals(text(wanted))) {
      differ(dump, text(answer) + "\n  instead of " + text(wanted));
    } else if (isRun && !rows(answer).equals(rows(wanted))) {
      differ(dump, rows(answer) + " not " + rows(wanted));
    } else {
      same++;
    }
  }

  private void differ(Path dump, @Nullable String how) {
    List<MovedOtherwise> known = exceptions.stream().filter(each -> each.isOf(dump)).toList();
    known.forEach(unneeded::remove);
    if (known.isEmpty()) {
      differences.add(dump + ": " + how);
    } else {
      listed++;
    }
  }

  private static String text(JsonNode query) {
    return RecordedQueries.text(query).replaceAll("[0-9]{7,}", "N");
  }

  /** Whoever recorded them dropped equal rows. */
  private static Set<JsonNode> rows(JsonNode answer) {
    Set<JsonNode> rows = new HashSet<>();
    answer.path("result").forEach(rows::add);
    return rows;
  }

  private static ObjectNode question(
      LivingPython python, String dump, String dialect, boolean isRun) {
    return python.question("use").put("dump", dump).put("dialect", dialect).put("run", isRun);
  }

  /** Rows that tell the time were true when they were recorded. */
  private static boolean isRun(JsonNode query) {
    return query.path("result").isArray()
        && !query.path("sql").asText().matches("(?s).*(CURRENT_|LOCALTIME).*");
  }
}
