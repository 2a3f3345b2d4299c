package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.engine.Engine;
import dev.brine.expr.Query;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code stream()} gives, one after the other, the entities that Python's Query gave at once. */
class OrmStreamTest {

  private static final String SERIES = "2.0";

  /** Fewer would mean that the fixtures were not found. */
  private static final int FLOOR = 700;

  @Test
  void aStreamGivesPythonsEntities() {
    Catalog catalog = Music.catalog(SERIES);
    Map<String, String> gaps = OrmGaps.of("orm-entities-gaps.txt", SERIES);
    List<OrmFixture> fixtures =
        OrmFixture.of(SERIES)
            .filter(OrmRun::isRun)
            .filter(fixture -> fixture.kind().equals("query") && isOfAll(fixture))
            .filter(fixture -> !gaps.containsKey(fixture.name()))
            .toList();
    List<String> differing = new ArrayList<>();

    try (Engine engine = Engine.create(Music.URL)) {
      for (OrmFixture fixture : fixtures) {
        try (Session session = new Session(engine)) {
          OrmFetch streamed = new OrmFetch(fixture, streamed(fixture, catalog, session));
          if (!SameJson.isSame(streamed.json(), fixture.result())) {
            differing.add(fixture.name());
          }
        }
      }
    }

    assertThat(differing).isEmpty();
    assertThat(fixtures).hasSizeGreaterThan(FLOOR);
  }

  private static boolean isOfAll(OrmFixture fixture) {
    return fixture.expected().path("how").path(0).asText("all").equals("all")
        && !fixture.result().has("error");
  }

  private static List<@Nullable Object> streamed(
      OrmFixture fixture, Catalog catalog, Session session) {
    LoadOptions options =
        LoadOptions.NONE
            .withMappers(catalog.registry())
            .withScopedSession(ScopedSession.of(() -> session));
    Query query = (Query) new OrmRefinement(Music.withCriteria(options)).load(fixture);
    try (Stream<@Nullable Object> rows = query.withSession(session).stream()) {
      return new ArrayList<>(rows.toList());
    }
  }
}
