package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.engine.Engine;
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

  /** Fewer would mean that the fixtures were not found. */
  private static final int FLOOR = 1500;

  private final SentStatements database = new SentStatements(Music.URL);

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "1.4", "2.1"})
  void allButTheKnownGapsGivePythonsEntitiesAndStatements(String series) {
    Catalog catalog = Music.catalog(series);
    Map<String, String> differing = new TreeMap<>();
    List<OrmFixture> fixtures = OrmFixture.of(series).filter(OrmRun::isRun).toList();

    try (Engine engine = Engine.of(database.dataSource())) {
      OrmRun run = new OrmRun(catalog, engine, database);
      for (OrmFixture fixture : fixtures) {
        String difference = run.difference(fixture);
        if (!difference.isEmpty()) {
          differing.put(fixture.name(), difference);
        }
      }
    }

    assertThat(differing).isEqualTo(OrmGaps.of("orm-entities-gaps.txt", series));
    assertThat(fixtures).hasSizeGreaterThan(FLOOR);
  }
}
