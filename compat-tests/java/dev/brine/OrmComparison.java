package dev.brine;

import dev.brine.catalog.Catalog;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.orm.ToldByPython;
import dev.brine.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether Java does with a random ORM statement of a series what the series itself does. */
final class OrmComparison implements AutoCloseable {

  private final OrmPython python;
  private final List<OrmPython> others;
  private final LoadOptions mapped;
  private final Engine engine;
  private final OrmRun run;
  private final OrmChange change;

  /**
   * @param others the series that its statements are moved to
   * @param folder for a copy of the rows
   */
  OrmComparison(OrmPython python, List<OrmPython> others, Path folder) throws IOException {
    this.python = python;
    this.others = List.copyOf(others);
    Path copy = folder.resolve("random.sqlite");
    Files.copy(Music.GOOD.resolve("data.sqlite"), copy);
    SentStatements database = new SentStatements("jdbc:sqlite:" + copy);
    Catalog catalog = Music.catalog(python.series());
    this.mapped = Music.mapped(python.series());
    this.engine = Engine.of(database.dataSource());
    this.run = new OrmRun(catalog, engine, database);
    this.change = new OrmChange(catalog, engine, database);
  }

  String series() {
    return python.series();
  }

  /** All that differs, a line each that begins with what was done. */
  List<String> differences(RandomOrm statement) {
    OrmFixture fixture = statement.fixture();
    if (fixture == null || fixture.isOnlyForBrine()) {
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    try {
      if (isUnusable(fixture)) {
        return List.of();
      }
      compile(fixture, differences);
      if (isChange(fixture)) {
        // How 1.4 brings a session in step with the rows is another story.
        if (!python.series().equals("1.4")) {
          add(differences, "change", change.difference(fixture));
        }
      } else if (OrmRun.isRun(fixture)) {
        String ran = run.difference(fixture);
        add(differences, "run", ran.isEmpty() ? ran : ran + run.told(fixture));
      }
      back(statement, fixture, differences);
      for (OrmPython other : others) {
        moved(statement, fixture, other, differences);
      }
    } catch (BrineException refused) {
      differences.add("refused " + refused);
    } catch (RuntimeException broken) {
      differences.add("broken " + broken + " at " + broken.getStackTrace()[0]);
    }
    return differences;
  }

  /** Whether SQLAlchemy cannot run its own dump of it, which is not what it was. */
  private static boolean isUnusable(OrmFixture fixture) {
    return fixture.result().has("error") && fixture.isLossy();
  }

  /** A change, even one that fails. */
  private static boolean isChange(OrmFixture fixture) {
    String how = fixture.expected().path("how").path(0).asText();
    return fixture.expected().has("change")
        || fixture.kind().equals("change")
        || how.equals("update")
        || how.equals("delete");
  }

  private static void add(List<String> differences, String what, String difference) {
    if (!difference.isEmpty()) {
      differences.add(what + " " + difference);
    }
  }

  private void compile(OrmFixture fixture, List<String> differences) {
    ClauseElement element = (ClauseElement) ExpressionSerializer.loads(fixture.dump(), mapped);
    String difference = OrmForms.difference(fixture, element).orElse("");
    boolean isOriginal =
        !difference.isEmpty() && fixture.isLossy() && OrmForms.isAlike(fixture.original(), element);
    add(differences, "sql", isOriginal ? OrmGaps.ORIGINAL : difference);
  }

  /** What Java dumps again, with and without knowing the classes, to the series it is of. */
  private void back(RandomOrm statement, OrmFixture fixture, List<String> differences) {
    DumpOptions own = DumpOptions.DEFAULT.withSeries(series(python));
    byte[] unmapped = ExpressionSerializer.dumps(fixture.load(), own);
    byte[] known =
        ExpressionSerializer.dumps(ExpressionSerializer.loads(fixture.dump(), mapped), own);
    ToldByPython recorded = ToldByPython.of(fixture.name(), fixture.expected());
    ToldByPython original = ToldByPython.of(fixture.name(), fixture.original().expected());
    for (byte[] dump : Arrays.equals(unmapped, known) ? List.of(known) : List.of(unmapped, known)) {
      ToldByPython told = python.told(statement.choices(), dump);
      List<String> there = told.differences(recorded);
      boolean isForgiven =
          (fixture.result().has("error") && told.hasFailed())
              || (fixture.isLossy() && told.differences(original).isEmpty());
      if (!there.isEmpty() && !isForgiven) {
        differences.add((dump == known ? "back " : "back unmapped ") + there);
      }
    }
  }

  /** As {@code brine migrate} does, to what another series makes of its own dump. */
  private static void moved(
      RandomOrm statement, OrmFixture fixture, OrmPython other, List<String> differences) {
    OrmFixture own = other.random(statement.choices()).fixture();
    if (own == null || own.isOnlyForBrine() || own.result().has("error")) {
      return;
    }
    Object loaded = new PlaceholderDeserializer().loads(fixture.dump());
    byte[] dump = ExpressionSerializer.dumps(loaded, DumpOptions.DEFAULT.withSeries(series(other)));
    ToldByPython told = other.told(statement.choices(), dump);
    ToldByPython there = ToldByPython.of(own.name(), own.expected());
    List<String> found = told.differences(there);
    // Parentheses and the order of columns come along from the other series.
    if (!told.givesSame(there) && !isForgiven(told, fixture, own)) {
      differences.add("moved to " + other.series() + " " + found);
    }
  }

  /**
   * Of what the other series loses when it dumps it itself, it must be what it was there, or give
   * what it gave where it comes from.
   */
  private static boolean isForgiven(ToldByPython told, OrmFixture fixture, OrmFixture own) {
    return own.isLossy()
        && (told.differences(ToldByPython.of(own.name(), own.original().expected())).isEmpty()
            || told.result().equals(fixture.result())
            || told.result().equals(own.original().result()));
  }

  private static Series series(OrmPython python) {
    return Series.of(python.series());
  }

  @Override
  public void close() {
    engine.close();
  }
}
