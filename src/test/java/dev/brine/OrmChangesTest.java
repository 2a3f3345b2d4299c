package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.engine.CursorResult;
import dev.brine.engine.Engine;
import dev.brine.engine.JsonValues;
import dev.brine.error.BrineException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Query;
import dev.brine.expr.Statement;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The INSERTs, UPDATEs and DELETEs of mapped classes of {@code python-fixtures/good/2.0/orm}, and
 * {@code Query.update()} and {@code delete()}: they send what Python sent, change what Python
 * changed, and give the entities and numbers that Python got.
 */
class OrmChangesTest {

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  /**
   * What differs: SQLAlchemy cannot insert into a class that inherits once the statement was
   * dumped, by a fault of its own.
   */
  private static final Map<String, String> KNOWN =
      Map.of("orm_changes_insert_subclass", "succeeds");

  /** What Python's driver tells by itself. */
  private static final String LAST_KEY = "SELECT last_insert_rowid()";

  @TempDir private Path folder;
  private SentStatements database;

  @BeforeEach
  void copyTheRows() throws IOException {
    Path copy = folder.resolve("data.sqlite");
    Files.copy(Music.GOOD.resolve("data.sqlite"), copy);
    database = new SentStatements("jdbc:sqlite:" + copy);
  }

  @Test
  void changesWhatPythonChanges() throws IOException {
    Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
    Map<String, String> differing = new TreeMap<>();
    int run = 0;

    try (Engine engine = Engine.of(database.dataSource())) {
      for (OrmFixture fixture : OrmFixture.of("2.0").filter(OrmChangesTest::isRun).toList()) {
        run++;
        String difference = run(fixture, engine, catalog);
        if (!difference.isEmpty()) {
          differing.put(fixture.name(), difference);
        }
      }
    }

    assertThat(differing).isEqualTo(KNOWN);
    assertThat(run).isGreaterThan(50);
  }

  private static boolean isRun(OrmFixture fixture) {
    return fixture.family().equals("orm_changes") && !fixture.isOnlyForBrine();
  }

  /** In a transaction that is undone. */
  private String run(OrmFixture fixture, Engine engine, Catalog catalog) {
    boolean fails = fixture.result().has("error");
    try (Session session = new Session(engine)) {
      LoadOptions options =
          LoadOptions.NONE
              .withMetadata(catalog.metadata())
              .withMappers(catalog.registry())
              .withScopedSession(ScopedSession.of(() -> session));
      Object loaded = ExpressionSerializer.loads(fixture.dump(), options);
      database.take();
      Outcome outcome = Outcome.of(fixture, loaded, session);
      return fails ? "succeeds" : difference(fixture, outcome, session);
    } catch (BrineException failure) {
      return fails ? "" : "fails";
    }
  }

  private String difference(OrmFixture fixture, Outcome outcome, Session session) {
    List<String> differences = new ArrayList<>();
    List<String> sent = database.take().stream().filter(sql -> !sql.equals(LAST_KEY)).toList();
    if (!sent.equals(
        fixture.statements().stream().map(each -> each.path("sql").asText()).toList())) {
      differences.add("statements");
    }
    JsonNode change = fixture.expected().path("change");
    JsonNode rowcount = change.path("rowcount");
    if (!rowcount.isMissingNode() && rowcount.asLong() != outcome.rowcount()) {
      differences.add("rowcount");
    }
    if (outcome.rows() != null && !SameJson.isSame(outcome.rows(), fixture.result())) {
      differences.add("result");
    }
    if (!SameJson.isSame(rows(session, change.path("table").asText()), change.path("after"))) {
      differences.add("rows");
    }
    return String.join(",", differences);
  }

  /** As the database holds them, whatever the types of the columns. */
  private static JsonNode rows(Session session, String table) {
    StringJoiner json = new StringJoiner(", ", "[", "]");
    session
        .dsl()
        .connection(
            connection -> {
              try (java.sql.Statement statement = connection.createStatement();
                  ResultSet rows =
                      statement.executeQuery("SELECT * FROM " + table + " ORDER BY rowid")) {
                while (rows.next()) {
                  StringJoiner row = new StringJoiner(", ", "[", "]");
                  for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(JsonValues.write(rows.getObject(i)));
                  }
                  json.add(row.toString());
                }
              }
            });
    return GoodFixture.json(json.toString());
  }

  /**
   * What running a change gave.
   *
   * @param rows those it was asked for; null if it was not
   */
  private record Outcome(long rowcount, @Nullable JsonNode rows) {

    static Outcome of(OrmFixture fixture, Object loaded, Session session) {
      JsonNode how = fixture.expected().path("how");
      if (loaded instanceof Query query) {
        return new Outcome(of(query.withSession(session), how), null);
      }
      List<Map<String, @Nullable Object>> values = values(fixture.expected().path("values"));
      boolean hasRows = fixture.expected().has("columns");
      if (!(loaded instanceof DmlStatement<?> change)) {
        return new Outcome(0, json(session.execute((Statement) loaded)));
      }
      CursorResult result =
          values.isEmpty() ? session.executeUpdate(change) : session.executeMany(change, values);
      return new Outcome(result.rowcount(), hasRows ? json(result.rows()) : null);
    }

    private static long of(Query query, JsonNode how) {
      boolean isUpdate = how.get(0).asText().equals("update");
      JsonNode option = how.path(isUpdate ? 2 : 1);
      Object synchronize =
          option.isMissingNode() ? "auto" : option.isBoolean() ? (Object) false : option.asText();
      return isUpdate ? query.update(value(how.get(1)), synchronize) : query.delete(synchronize);
    }

    private static JsonNode json(List<Record> rows) {
      StringJoiner json = new StringJoiner(", ", "[", "]");
      rows.forEach(row -> json.add(JsonValues.row(row)));
      return GoodFixture.json(json.toString());
    }

    private static List<Map<String, @Nullable Object>> values(JsonNode given) {
      List<Map<String, @Nullable Object>> values = new ArrayList<>();
      given.forEach(each -> values.add(value(each)));
      return values;
    }

    private static Map<String, @Nullable Object> value(JsonNode given) {
      Map<String, @Nullable Object> value = new LinkedHashMap<>();
      given
          .properties()
          .forEach(
              each -> {
                JsonNode one = each.getValue();
                value.put(
                    each.getKey(),
                    one.isNull() ? null : one.isNumber() ? (Object) one.longValue() : one.asText());
              });
      return value;
    }
  }
}
