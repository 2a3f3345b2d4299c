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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The queries and SELECTs that 1.4 and 2.1 dumped give the entities that the series itself got, and
 * send the statements that it sent. {@link OrmEntitiesTest} names each of 2.0's that does not.
 */
class OrmSeriesEntitiesTest {

  private static final Path CATALOGUES = Path.of("python-fixtures", "mapping");

  private final SentStatements database = new SentStatements(Music.URL);
  private final List<String> results = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  /** How many do at least; may only grow. */
  @ParameterizedTest
  @CsvSource({"1.4, 1.4.54, 1492, 1484", "2.1, 2.1.0b3, 1486, 1473"})
  void entitiesAndStatementsOfTheSeries(
      String series, String version, int resultsFloor, int statementsFloor) throws IOException {
    Path json = CATALOGUES.resolve(version).resolve("catalogue.json");
    Catalog catalog = CatalogJson.read(Files.readString(json));
    List<OrmFixture> fixtures = OrmFixture.of(series).filter(OrmSeriesEntitiesTest::isRun).toList();

    try (Engine engine = Engine.of(database.dataSource())) {
      for (OrmFixture fixture : fixtures) {
        run(fixture, engine, catalog);
      }
    }

    assertThat(results)
        .as("results of " + fixtures.size())
        .hasSizeGreaterThanOrEqualTo(resultsFloor);
    assertThat(statements)
        .as("statements of " + fixtures.size())
        .hasSizeGreaterThanOrEqualTo(statementsFloor);
  }

  /** What changes the data is for other tests. */
  private static boolean isRun(OrmFixture fixture) {
    JsonNode expected = fixture.expected();
    boolean isRows = fixture.kind().equals("query") || fixture.kind().equals("select");
    return isRows && !fixture.isOnlyForBrine() && !expected.has("change");
  }

  private void run(OrmFixture fixture, Engine engine, Catalog catalog) {
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
      if (!fails && SameJson.isSame(fetched.json(), fixture.result())) {
        results.add(fixture.name());
      }
      if (!fails && SentStatements.sorted(database.take()).equals(sent(fixture))) {
        statements.add(fixture.name());
      }
    } catch (BrineException failure) {
      if (fails) {
        results.add(fixture.name());
        statements.add(fixture.name());
      }
    }
  }

  private static List<String> sent(OrmFixture fixture) {
    List<JsonNode> all = fixture.statements();
    return SentStatements.sorted(all.stream().map(each -> each.path("sql").asText()).toList());
  }
}
