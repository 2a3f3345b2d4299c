package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.catalog.PickledMetaData;
import dev.brine.compat.LivingPython;
import dev.brine.expr.ClauseElement;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What another series dumped and Brine moved to 2.0, a living SQLAlchemy 2.0 loads; it compiles it
 * to the SQL that Brine compiles the old dump to, and fetches the rows that were recorded.
 */
class CorpusMigrationIT {

  private static final String OTHER_SERIES = "(?!2_0_).*";

  /** How many dumps are moved at least; may only grow. */
  private static final int FLOOR = 5700;

  private final List<String> differences = new ArrayList<>();
  private int moved;

  /** Many builds' dumps become the very same bytes. */
  private final Map<String, JsonNode> answers = new HashMap<>();

  @Test
  void aLivingPythonUsesWhatWasMoved() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    Optional<Path> models = Corpus.file("zoomodels.py");
    assumeThat(open.isPresent() && tables.isPresent() && models.isPresent())
        .as(Corpus.ABSENT)
        .isTrue();
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    RecordedQueries recorded = new RecordedQueries(open.orElseThrow());
    LivingPython python = python(models.orElseThrow());

    for (Path dump : Corpus.dumps(open.orElseThrow(), OTHER_SERIES)) {
      ClauseElement element = Corpus.read(dump, metadata);
      JsonNode own = recorded.own(dump);
      // What a decorated type decorates is not in a dump of 0.6.
      if (element != null && own.hasNonNull("sql") && FixtureDumps.opaque(element).isEmpty()) {
        moved++;
        compare(dump, element, own, recorded.present(dump), python);
      }
    }

    assertThat(differences).isEmpty();
    assertThat(moved).isGreaterThanOrEqualTo(FLOOR);
  }

  static LivingPython python(Path models) {
    LivingPython python =
        LivingPython.with(
            "corpus",
            Path.of("python-fixtures", "requirements", LivingPython.SQLALCHEMY_2_0 + ".txt"),
            Path.of("compat-tests", "python", "corpus_worker.py"));
    Path folder = models.toAbsolutePath().getParent();
    python.ask(python.question("open").put("corpus", String.valueOf(folder)));
    return python;
  }

  private void compare(
      Path dump, ClauseElement element, JsonNode own, JsonNode present, LivingPython python) {
    String dialect = own.path("dialect").asText();
    String wanted = CorpusSeriesSqlTest.compile(element, dialect);
    boolean isFetched = isFetched(present);
    String written = LivingPython.base64(move(dump));
    JsonNode answer =
        answers.computeIfAbsent(
            dialect + isFetched + written,
            unseen -> python.askAnyway(question(python, written, dialect, isFetched)));
    String actual = PrintedOtherwise.ENUMERATION.level(RecordedQueries.text(answer));
    if (answer.has("error")) {
      differences.add(dump + ": " + answer);
    } else if (!actual.equals(PrintedOtherwise.ENUMERATION.level(wanted))) {
      differences.add(dump + ": " + actual + "\n  instead of " + wanted);
    } else if (isFetched && !rows(answer).equals(rows(present))) {
      differences.add(dump + ": " + rows(answer) + " not " + rows(present));
    }
  }

  /** Whoever recorded them dropped equal rows. */
  private static List<JsonNode> rows(JsonNode answer) {
    Set<JsonNode> rows = new LinkedHashSet<>();
    answer.path("result").forEach(rows::add);
    return List.copyOf(rows);
  }

  /** As {@code brine migrate --to 2.0} does. */
  private static byte[] move(Path dump) {
    return ExpressionSerializer.dumps(
        new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump)));
  }

  private static ObjectNode question(
      LivingPython python, String dump, String dialect, boolean isFetched) {
    return python.question("use").put("dump", dump).put("dialect", dialect).put("run", isFetched);
  }

  /** Rows that tell the time were true when they were recorded; changes are not made here. */
  private static boolean isFetched(JsonNode query) {
    return query.path("kind").asText().equals("Select")
        && query.path("result").isArray()
        && !query.path("sql").asText().contains("CURRENT_");
  }
}
