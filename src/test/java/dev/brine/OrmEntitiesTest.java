package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.Catalog;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The queries and SELECTs of each series give the entities that the series itself got, send the
 * statements that it sent, and so do the attributes that are asked of them later. SQLAlchemy loads
 * the relationships of one class in the order of a Python set, so that statements are compared
 * without their order.
 */
class OrmEntitiesTest {

  private static final String NOTHING = "";

  /** Fewer would mean that the fixtures were not found. */
  private static final int FLOOR = 1500;

  private final SentStatements database = new SentStatements(Music.URL);

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "1.4", "2.1"})
  void allButTheKnownGapsGivePythonsEntitiesAndStatements(String series) {
    Catalog catalog = Music.catalog(series);
    Map<String, String> differing = new TreeMap<>();
    List<OrmFixture> fixtures = OrmFixture.of(series).filter(OrmEntitiesTest::isRun).toList();

    try (Engine engine = Engine.of(database.dataSource())) {
      for (OrmFixture fixture : fixtures) {
        String difference = run(fixture, engine, catalog);
        if (!difference.equals(NOTHING)) {
          differing.put(fixture.name(), difference);
        }
      }
    }

    assertThat(differing).isEqualTo(OrmGaps.of("orm-entities-gaps.txt", series));
    assertThat(fixtures).hasSizeGreaterThan(FLOOR);
  }

  /** What changes the data is for other tests. */
  private static boolean isRun(OrmFixture fixture) {
    boolean isRows = fixture.kind().equals("query") || fixture.kind().equals("select");
    return isRows && !fixture.isOnlyForBrine() && !fixture.expected().has("change");
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
      List<String> sent = SentStatements.sorted(database.take());
      String difference = fails ? "succeeds" : difference(fixture, fetched, sent);
      return !difference.equals(NOTHING)
              && fixture.isLossy()
              && difference(fixture.original(), fetched, sent).equals(NOTHING)
          ? OrmGaps.ORIGINAL
          : difference;
    } catch (BrineException failure) {
      return fails ? NOTHING : "fails";
    }
  }

  private String difference(OrmFixture fixture, OrmFetch fetched, List<String> sent) {
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
