package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.engine.Engine;
import dev.brine.engine.JsonValues;
import dev.brine.error.BrineException;
import dev.brine.expr.Query;
import dev.brine.expr.Statement;
import dev.brine.mapping.Entity;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The queries and SELECTs of {@code python-fixtures/good/2.0/orm} give the entities that Python
 * got, and send the statements that Python sent. SQLAlchemy loads the relationships of one class in
 * the order of a Python set, so that statements are compared without their order.
 */
class OrmEntitiesTest {

  /** How many give Python's rows at least; may only grow. */
  private static final int RESULTS_FLOOR = 1250;

  /** How many send Python's statements at least; may only grow. */
  private static final int STATEMENTS_FLOOR = 1290;

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  private final SentStatements database = new SentStatements(Music.URL);
  private final List<String> results = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  @Test
  void pythonsEntitiesAndPythonsStatements() throws IOException {
    Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
    List<OrmFixture> fixtures = OrmFixture.of("2.0").filter(OrmEntitiesTest::isRun).toList();

    try (Engine engine = Engine.of(database.dataSource())) {
      for (OrmFixture fixture : fixtures) {
        run(fixture, engine, catalog);
      }
    }

    assertThat(results.size())
        .as("results of " + fixtures.size())
        .isGreaterThanOrEqualTo(RESULTS_FLOOR);
    assertThat(statements.size())
        .as("statements of " + fixtures.size())
        .isGreaterThanOrEqualTo(STATEMENTS_FLOOR);
  }

  private static boolean isRun(OrmFixture fixture) {
    boolean isRows = fixture.kind().equals("query") || fixture.kind().equals("select");
    return isRows && !fixture.expected().has("refine");
  }

  private void run(OrmFixture fixture, Engine engine, Catalog catalog) {
    try (Session session = new Session(engine)) {
      LoadOptions options =
          LoadOptions.NONE
              .withMetadata(catalog.metadata())
              .withMappers(catalog.registry())
              .withScopedSession(ScopedSession.of(() -> session));
      Object loaded = ExpressionSerializer.loads(fixture.dump(), options);
      database.take();
      List<@Nullable Object> rows =
          loaded instanceof Query query
              ? fetched(query.withSession(session), fixture)
              : fetched(session, (Statement) loaded, fixture);
      if (rows != null && GoodFixture.json(json(rows)).equals(fixture.result())) {
        results.add(fixture.name());
      }
      if (sorted(database.take()).equals(sorted(sent(fixture)))) {
        statements.add(fixture.name());
      }
    } catch (BrineException failure) {
      if (fixture.result().has("error")) {
        results.add(fixture.name());
        statements.add(fixture.name());
      }
    }
  }

  private static @Nullable List<@Nullable Object> fetched(Query query, OrmFixture fixture) {
    return switch (how(fixture)) {
      case "all" -> query.all();
      case "first" -> Collections.singletonList(query.first());
      case "one" -> Collections.singletonList(query.one());
      case "one_or_none" -> Collections.singletonList(query.oneOrNone());
      case "scalar" -> Collections.singletonList(query.scalar());
      case "count" -> List.of(query.count());
      default -> null;
    };
  }

  private static @Nullable List<@Nullable Object> fetched(
      Session session, Statement statement, OrmFixture fixture) {
    if (!how(fixture).equals("all") || fixture.expected().has("values")) {
      return null;
    }
    Result<Record> rows =
        fixture.expected().path("unique").asBoolean()
            ? session.executeUnique(statement, Map.of())
            : session.execute(statement);
    return new ArrayList<>(rows);
  }

  private static String how(OrmFixture fixture) {
    return fixture.expected().path("how").path(0).asText("all");
  }

  private static String json(List<@Nullable Object> rows) {
    StringJoiner json = new StringJoiner(", ", "[", "]");
    for (Object row : rows) {
      json.add(
          row instanceof Record record
              ? JsonValues.row(record)
              : row instanceof Entity entity ? JsonValues.entity(entity) : JsonValues.write(row));
    }
    return json.toString();
  }

  private static List<String> sent(OrmFixture fixture) {
    return fixture.statements().stream().map(each -> each.path("sql").asText()).toList();
  }

  private static List<String> sorted(List<String> all) {
    return all.stream().sorted().toList();
  }
}
