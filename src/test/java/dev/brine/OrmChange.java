package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.Catalog;
import dev.brine.engine.CursorResult;
import dev.brine.engine.Engine;
import dev.brine.engine.JsonValues;
import dev.brine.error.BrineException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Query;
import dev.brine.expr.Statement;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Runs ORM statements that change rows in a database that writes down what it is sent, and tells in
 * what they differ from what SQLAlchemy made of them.
 */
record OrmChange(Catalog catalog, Engine engine, SentStatements database) {

  /** What Python's driver tells by itself. */
  private static final String LAST_KEY = "SELECT last_insert_rowid()";

  /** In a transaction that is undone. */
  String difference(OrmFixture fixture) {
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
