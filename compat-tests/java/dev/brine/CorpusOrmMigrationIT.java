package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.PickledMetaData;
import dev.brine.compat.LivingPython;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.orm.ScopedSession;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What another series' ORM dumped and Brine moved to 2.0, without knowing the classes, a living
 * SQLAlchemy 2.0 loads; it compiles it to the SQL that Brine, knowing them, compiles the old dump
 * to.
 */
class CorpusOrmMigrationIT {

  private static final String OTHER_SERIES = "(?!2_0_).*";

  /** How many dumps are moved at least; may only grow. */
  private static final int FLOOR = 1100;

  /** Of the module of a function the models know nothing; and what has no SQL of its own. */
  private static final Set<String> NOT_COMPILED =
      Set.of("l_with_loader_criteria_lambda", "o_composite_attr", "o_prop");

  private final List<String> differences = new ArrayList<>();
  private final Set<String> refused = new TreeSet<>();
  private int moved;

  /** Many builds' dumps become the very same bytes. */
  private final Map<String, JsonNode> answers = new HashMap<>();

  @Test
  void aLivingPythonUsesTheQueriesThatWereMoved() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    Optional<Path> models = Corpus.file("zoomodels.py");
    assumeThat(open.isPresent() && tables.isPresent() && models.isPresent())
        .as(Corpus.ABSENT)
        .isTrue();
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    LivingPython python = CorpusMigrationIT.python(models.orElseThrow());

    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      LoadOptions options =
          LoadOptions.NONE
              .withMappers(ZooModels.mappers(metadata))
              .withScopedSession(ScopedSession.of(engine));
      for (Path dump : Corpus.dumps(open.orElseThrow(), OTHER_SERIES)) {
        ClauseElement element = CorpusOrmTest.element(dump, options);
        if (element != null && !NOT_COMPILED.contains(RecordedQueries.query(dump))) {
          compare(dump, CorpusOrmTest.compile(element, "default"), python);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(refused).isEmpty();
    assertThat(moved).isGreaterThanOrEqualTo(FLOOR);
  }

  private void compare(Path dump, String wanted, LivingPython python) {
    String written = move(dump);
    if (written == null) {
      refused.add(RecordedQueries.query(dump));
      return;
    }
    JsonNode answer =
        answers.computeIfAbsent(
            written,
            unseen ->
                python.askAnyway(
                    python.question("query").put("dump", written).put("dialect", "default")));
    moved++;
    boolean isRefused = wanted.startsWith(BrineException.class.getPackageName());
    if (isRefused ? !answer.has("error") : !wanted.equals(text(answer))) {
      differences.add(dump + ": " + answer + "\n  instead of " + wanted);
    }
  }

  private static @Nullable String text(JsonNode answer) {
    return answer.has("error") ? null : RecordedQueries.text(answer);
  }

  /** As {@code brine migrate --to 2.0} does; null for what cannot be said. */
  private static @Nullable String move(Path dump) {
    try {
      Object loaded = new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump));
      return LivingPython.base64(ExpressionSerializer.dumps(loaded));
    } catch (UnsupportedConstructException unsayable) {
      return null;
    }
  }
}
