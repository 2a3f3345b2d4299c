package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The queries and SELECTs of {@code python-fixtures/good/2.0/orm} give the entities that Python
 * got, send the statements that Python sent, and so do the attributes that are asked of them later.
 * SQLAlchemy loads the relationships of one class in the order of a Python set, so that statements
 * are compared without their order.
 */
class OrmEntitiesTest {

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  /** A line each: the name, what differs, the reason. */
  private static final Path GAPS = Path.of("python-fixtures", "orm-entities-gaps.txt");

  private static final String NOTHING = "";

  private final SentStatements database = new SentStatements(Music.URL);

  @Test
  void allButTheKnownGapsGivePythonsEntitiesAndStatements() throws IOException {
    Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
    Map<String, String> differing = new TreeMap<>();

    try (Engine engine = Engine.of(database.dataSource())) {
      for (OrmFixture fixture : OrmFixture.of("2.0").filter(OrmEntitiesTest::isRun).toList()) {
        String difference = run(fixture, engine, catalog);
        if (!difference.equals(NOTHING)) {
          differing.put(fixture.name(), difference);
        }
      }
    }

    assertThat(differing).isEqualTo(gaps());
  }

  /** What changes the data is for other tests. */
  private static boolean isRun(OrmFixture fixture) {
    boolean isRows = fixture.kind().equals("query") || fixture.kind().equals("select");
    return isRows && !fixture.expected().has("change");
  }

  private static Map<String, String> gaps() throws IOException {
    Map<String, String> gaps = new TreeMap<>();
    for (String line : Files.readAllLines(GAPS)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ", 3);
        gaps.put(parts[0], parts[1]);
      }
    }
    return gaps;
  }

  private String run(OrmFixture fixture, Engine engine, Catalog catalog) {
    boolean fails = fixture.result().has("error");
    try (Session session = new Session(engine)) {
      LoadOptions options =
          LoadOptions.NONE
              .withMetadata(catalog.metadata())
              .withMappers(catalog.registry())
              .withScopedSession(ScopedSession.of(() -> session));
      Object loaded = new OrmRefinement(options).load(fixture);
      database.take();
      OrmFetch fetched = OrmFetch.of(fixture, loaded, session);
      return fails ? "succeeds" : difference(fixture, fetched);
    } catch (BrineException failure) {
      return fails ? NOTHING : "fails";
    }
  }

  private String difference(OrmFixture fixture, OrmFetch fetched) {
    List<String> sent = SentStatements.sorted(database.take());
    List<String> differences = new ArrayList<>();
    if (!SameJson.isSame(fetched.json(), fixture.result())) {
      differences.add("result");
    }
    if (!sent.equals(expected(fixture))) {
      differences.add("statements");
    }
    if (!new OrmTouch(fetched, database).isAlike(fixture.expected())) {
      differences.add("touch");
    }
    return String.join(",", differences);
  }

  private static List<String> expected(OrmFixture fixture) {
    List<JsonNode> statements = fixture.statements();
    return SentStatements.sorted(
        statements.stream().map(each -> each.path("sql").asText()).toList());
  }
}
