package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.Catalog;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches ORM queries from a database that writes down what it is sent, and tells in what they
 * differ from what SQLAlchemy made of them. It loads the relationships of one class in the order of
 * a Python set, so that statements are compared without their order.
 */
record OrmRun(Catalog catalog, Engine engine, SentStatements database) {

  private static final String NOTHING = "";

  /** What changes the data is for other tests. */
  static boolean isRun(OrmFixture fixture) {
    boolean isRows = fixture.kind().equals("query") || fixture.kind().equals("select");
    return isRows && !fixture.isOnlyForBrine() && !fixture.expected().has("change");
  }

  /**
   * What differs: {@code result}, {@code statements}, {@code touch}, those together, {@code fails}
   * or {@code succeeds}; {@link OrmGaps#ORIGINAL} if it is what it was before SQLAlchemy dumped it;
   * empty if nothing does.
   */
  String difference(OrmFixture fixture) {
    boolean fails = fixture.result().has("error");
    try (Session session = new Session(engine)) {
      Object loaded = load(fixture, session);
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

  /** What it sends and gives, beside what SQLAlchemy sent and got. */
  String told(OrmFixture fixture) {
    return "%n%s%n  instead of %n%s %s"
        .formatted(sentAndFetched(fixture), expected(fixture), fixture.result());
  }

  private String sentAndFetched(OrmFixture fixture) {
    try (Session session = new Session(engine)) {
      Object loaded = load(fixture, session);
      database.take();
      OrmFetch fetched = OrmFetch.of(fixture, loaded, session);
      return SentStatements.sorted(database.take()) + " " + fetched.json();
    } catch (BrineException failure) {
      return failure + " after " + database.take();
    }
  }

  private Object load(OrmFixture fixture, Session session) {
    LoadOptions options =
        LoadOptions.NONE
            .withMetadata(catalog.metadata())
            .withMappers(catalog.registry())
            .withScopedSession(ScopedSession.of(() -> session));
    return new OrmRefinement(Music.withCriteria(options)).load(fixture);
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
