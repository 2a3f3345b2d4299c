package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
      OrmChange change = new OrmChange(catalog, engine, database);
      for (OrmFixture fixture : OrmFixture.of("2.0").filter(OrmChangesTest::isRun).toList()) {
        run++;
        String difference = change.difference(fixture);
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
}
