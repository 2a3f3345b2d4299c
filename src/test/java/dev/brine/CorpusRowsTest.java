package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.catalog.PickledMetaData;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Select;
import dev.brine.orm.Session;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every SELECT of the corpus that is understood, of whichever series, fetches the rows that Python
 * fetched of the same query in 2.0. Whoever recorded them dropped equal rows, so they are compared
 * without.
 */
class CorpusRowsTest {

  private static final String BUILDS = ".*";

  /** How many dumps are run at least; may only grow. */
  private static final int FLOOR = 360;

  /** How many statements that change rows are run at least; may only grow. */
  private static final int CHANGES_FLOOR = 50;

  private final List<String> differences = new ArrayList<>();
  private int run;

  @Test
  void selectsFetchPythonsRows() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    Optional<Path> rows = Corpus.file("data.sqlite");
    assumeTrue(open.isPresent() && tables.isPresent() && rows.isPresent(), Corpus.ABSENT);
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    JsonNode expected =
        new JsonMapper()
            .readTree(open.orElseThrow().resolve("expected").resolve("2_0_52.json").toFile());

    try (Engine engine = Engine.create("jdbc:sqlite:file:" + rows.orElseThrow() + "?mode=ro");
        Session session = new Session(engine)) {
      for (Path dump : Corpus.dumps(open.orElseThrow(), BUILDS)) {
        JsonNode query = expected.path(dump.getFileName().toString().replace(".pkl", ""));
        if (isRecorded(query) && Corpus.read(dump, metadata) instanceof Select select) {
          compare(dump, query.path("result"), session, select);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(run).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void changesCountPythonsRows(@TempDir Path folder) throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    Optional<Path> rows = Corpus.file("data.sqlite");
    assumeTrue(open.isPresent() && tables.isPresent() && rows.isPresent(), Corpus.ABSENT);
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    JsonNode expected =
        new JsonMapper()
            .readTree(open.orElseThrow().resolve("expected").resolve("2_0_52.json").toFile());
    Path copy = Files.copy(rows.orElseThrow(), folder.resolve("data.sqlite"));

    try (Engine engine = Engine.create("jdbc:sqlite:" + copy)) {
      for (Path dump : Corpus.dumps(open.orElseThrow(), BUILDS)) {
        JsonNode query = expected.path(dump.getFileName().toString().replace(".pkl", ""));
        if (query.path("result").path(0).asText().equals("rowcount")
            && Corpus.read(dump, metadata) instanceof DmlStatement<?> statement) {
          count(dump, query.path("result").path(1).asLong(), engine, statement);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(run).isGreaterThanOrEqualTo(CHANGES_FLOOR);
  }

  private void count(Path dump, long wanted, Engine engine, DmlStatement<?> statement) {
    run++;
    try (Session session = new Session(engine)) {
      long actual = session.executeUpdate(statement).rowcount();
      if (actual != wanted) {
        differences.add(dump + ": " + actual + " rows instead of " + wanted);
      }
    } catch (BrineException failure) {
      differences.add(dump + ": " + failure);
    }
  }

  /** Rows that tell the time were true when they were recorded. */
  private static boolean isRecorded(JsonNode query) {
    return query.path("result").isArray() && !query.path("sql").asText().contains("CURRENT_");
  }

  private void compare(Path dump, JsonNode result, Session session, Select select) {
    run++;
    Set<String> wanted = new LinkedHashSet<>();
    result.forEach(row -> wanted.add(row.toString()));
    Set<String> actual = new LinkedHashSet<>();
    try {
      session.execute(select).forEach(row -> actual.add(reprs(row)));
    } catch (BrineException failure) {
      actual.add(failure.toString());
    }
    if (!List.copyOf(actual).equals(List.copyOf(wanted))) {
      differences.add(dump + ": " + actual + " instead of " + wanted);
    }
  }

  /** A row as the corpus has it: a JSON list of what Python's {@code repr} gives of each value. */
  private static String reprs(Record row) {
    return new JsonMapper()
        .valueToTree(Arrays.stream(row.intoArray()).map(PythonRepr::of).toList())
        .toString();
  }
}
