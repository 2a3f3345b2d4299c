package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.codec.Series;
import dev.brine.compat.LivingPython;
import dev.brine.error.BrineException;
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
import org.junit.jupiter.api.Test;

/**
 * What any series dumped and Brine moved to 1.3, a living SQLAlchemy 1.3 loads. Where 1.3 has the
 * construct it compiles it to what it recorded of its own, and fetches or changes the same rows.
 */
class CorpusTo13IT {

  private static final String RECORDED = "1_3_24";
  private static final String EXCEPTIONS = "compiled-otherwise-in-1.3.txt";

  /** How many dumps are the same in 1.3 at least; may only grow. */
  private static final int FLOOR = 9384;

  private final List<String> differences = new ArrayList<>();
  private final List<MovedOtherwise> exceptions = MovedOtherwise.read(EXCEPTIONS);
  private final Set<MovedOtherwise> unneeded = new HashSet<>(exceptions);
  private int same;

  /** Many builds' dumps become the very same bytes. */
  private final Map<String, JsonNode> answers = new HashMap<>();

  @Test
  void aLivingPythonUsesWhatWasMoved() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> models = Corpus.file("zoomodels.py");
    assumeThat(open.isPresent() && models.isPresent()).as(Corpus.ABSENT).isTrue();
    RecordedQueries recorded = new RecordedQueries(open.orElseThrow());
    LivingPython python = python(models.orElseThrow());

    for (Path dump : Corpus.dumps(open.orElseThrow(), ".*")) {
      Object loaded = read(dump);
      if (loaded != null && Findings.of(loaded).foreign().isEmpty()) {
        compare(dump, loaded, recorded.of(RECORDED, dump), python);
      }
    }

    assertThat(differences).isEmpty();
    assertThat(unneeded).as("exceptions that are none").isEmpty();
    assertThat(same).isGreaterThanOrEqualTo(FLOOR);
  }

  private static LivingPython python(Path models) {
    LivingPython python =
        LivingPython.with(
            "corpus-1.3",
            Path.of("python-fixtures", "requirements", "sqlalchemy-1.3.txt"),
            Path.of("compat-tests", "python", "corpus13_worker.py"));
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

  private void compare(Path dump, Object loaded, JsonNode wanted, LivingPython python) {
    byte[] moved;
    try {
      moved = ExpressionSerializer.dumps(loaded, DumpOptions.DEFAULT.withSeries(Series.V1_3));
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
