package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.catalog.PickledMetaData;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.schema.MetaData;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every dump of the corpus by SQLAlchemy 2.0 that is understood compiles to what it printed. */
class CorpusSqlTest {

  private static final String BUILDS = "2_0_.*";

  /**
   * What the recorded text of 2.0.52 is not, for SQLAlchemy built another tree before: NULL in the
   * list of an IN stood beside the parameter of the other values.
   */
  private static final Map<String, String> BUILT_OTHERWISE_BEFORE =
      Map.of("users.age IN (__[POSTCOMPILE_age_1])", "users.age IN (NULL, :age_1) [age_1=1]");

  /** How many dumps are compiled at least; may only grow. */
  private static final int FLOOR = 2736;

  private final List<String> differences = new ArrayList<>();
  private int compiled;

  @Test
  void dumpsCompileToTheLetter() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    assumeTrue(open.isPresent() && tables.isPresent(), Corpus.ABSENT);
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    JsonNode expected =
        new JsonMapper()
            .readTree(open.orElseThrow().resolve("expected").resolve("2_0_52.json").toFile());

    for (Path dump : Corpus.dumps(open.orElseThrow(), BUILDS)) {
      String query = dump.getFileName().toString().replace(".pkl", "");
      compare(dump, expected.path(query), metadata);
    }

    assertThat(differences).isEmpty();
    assertThat(compiled).isGreaterThanOrEqualTo(FLOOR);
  }

  private void compare(Path dump, JsonNode expected, MetaData metadata) throws IOException {
    String dialect = expected.path("dialect").asText();
    ClauseElement element = Corpus.read(dump, metadata);
    if (element == null || !expected.hasNonNull("sql")) {
      return;
    }
    String actual = compile(element, dialect);
    compiled++;
    String wanted = expected.path("sql").textValue() + " " + params(expected.path("params"));
    String wantedBefore = wantedBefore(dump, expected);
    if (!actual.equals(wanted) && !actual.equals(wantedBefore)) {
      differences.add(dump + ": " + actual + "\n  instead of " + wanted);
    }
  }

  private static @Nullable String wantedBefore(Path dump, JsonNode expected) {
    return dump.toString().contains("2_0_52")
        ? null
        : BUILT_OTHERWISE_BEFORE.get(expected.path("sql").textValue());
  }

  private static String compile(ClauseElement element, String dialect) {
    try {
      Compiled compiled = SqlCompiler.compile(element, Dialect.named(dialect));
      List<String> params = new ArrayList<>();
      compiled.params().forEach((name, value) -> params.add(name + "=" + PythonRepr.of(value)));
      return compiled.sql() + " " + params.stream().sorted().toList();
    } catch (BrineException refusal) {
      return refusal.toString();
    }
  }

  /** Each parameter and what Python's {@code repr} gives of its value, sorted by name. */
  static List<String> params(JsonNode expected) {
    List<String> params = new ArrayList<>();
    expected.forEach(
        param ->
            params.add(
                param.path(0).asText() + "=" + PythonRepr.shortened(param.path(1).asText())));
    return params.stream().sorted().toList();
  }
}
