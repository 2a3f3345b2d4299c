package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.catalog.CatalogJson;
import dev.brine.engine.Engine;
import dev.brine.error.UsageException;
import dev.brine.expr.Functions;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.mapping.Entity;
import dev.brine.mapping.MapperRegistry;
import dev.brine.orm.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes of rows that a session has entities of: these are in step with the rows afterwards, as
 * SQLAlchemy 2.0.58 leaves them, and the statements are those that it sends.
 */
class OrmSynchronizationTest {

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  @TempDir private Path folder;
  private SentStatements database;
  private Engine engine;
  private Session session;
  private MapperRegistry mappers;
  private MappedClass band;
  private MappedClass album;

  @BeforeEach
  void open() throws IOException {
    Path copy = folder.resolve("data.sqlite");
    Files.copy(Music.GOOD.resolve("data.sqlite"), copy);
    database = new SentStatements("jdbc:sqlite:" + copy);
    engine = Engine.of(database.dataSource());
    session = new Session(engine);
    mappers = CatalogJson.read(Files.readString(CATALOGUE)).registry();
    band = mappers.mapper("Band").entity();
    album = mappers.mapper("Album").entity();
  }

  @AfterEach
  void close() {
    session.close();
    engine.close();
  }

  private Entity floyd() {
    Entity floyd = Objects.requireNonNull(session.get(mappers.mapper("Band"), 1));
    database.take();
    return floyd;
  }

  private Query bands() {
    return session.query(band);
  }

  @Test
  void conditionsThatCanBeToldOfEntitiesAreNotAskedOfTheDatabase() {
    Entity floyd = floyd();

    long count =
        bands()
            .filter(band.attr("id").lt(3), band.attr("country").eq("GB"))
            .update(Map.of("founded", band.attr("founded").plus(1)));

    assertThat(count).isEqualTo(2);
    assertThat(floyd.get("founded")).isEqualTo(1966L);
    assertThat(database.take())
        .containsExactly(
            "UPDATE bands SET founded=(bands.founded + ?) WHERE bands.id < ? AND bands.country ="
                + " ?");
  }

  @Test
  void keysAreFetchedWhereOnlyTheDatabaseCanTell() {
    Entity floyd = floyd();

    bands()
        .filter(band.attr("id").in(Select.of(album.attr("band_id"))))
        .update(Map.of("founded", 9));

    assertThat(floyd.get("founded")).isEqualTo(9L);
    assertThat(database.take())
        .containsExactly(
            "UPDATE bands SET founded=? WHERE bands.id IN (SELECT albums.band_id \n"
                + "FROM albums) RETURNING id");
  }

  @Test
  void aValueThatOnlyTheDatabaseKnowsIsLoadedAnew() {
    Entity floyd = floyd();

    bands()
        .filter(band.attr("id").eq(1))
        .update(Map.of("founded", Functions.length(band.attr("name"))));
    database.take();

    assertThat(floyd.isLoaded("founded")).isFalse();
    assertThat(floyd.get("founded")).isEqualTo(10L);
    assertThat(database.take()).hasSize(1);
  }

  @Test
  void withoutSynchronizationEntitiesStayAsTheyWere() {
    Entity floyd = floyd();

    bands().filter(band.attr("id").eq(1)).update(Map.of("founded", 9), false);

    assertThat(floyd.get("founded")).isEqualTo(1965L);
  }

  @Test
  void whatIsDeletedLeavesTheSession() {
    Entity floyd = floyd();

    long count = bands().filter(band.attr("name").startsWith("Pink")).delete("fetch");

    assertThat(count).isEqualTo(1);
    assertThat(session.get(mappers.mapper("Band"), 1)).isNull();
    assertThat(floyd.get("name")).isEqualTo("Pink Floyd");
  }

  @Test
  void evaluatingWhatCannotBeToldIsRefused() {
    Query query = bands().filter(band.attr("name").like("P%"));

    assertThatThrownBy(() -> query.update(Map.of("founded", 9), "evaluate"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Could not evaluate current criteria in Python");
    assertThatThrownBy(() -> query.update(Map.of("founded", 9), "sometimes"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Valid strategies for session synchronization are");
    assertThatThrownBy(() -> query.limit(1).delete())
        .isInstanceOf(UsageException.class)
        .hasMessage("Can't call Query.update() or Query.delete() when limit() has been called");
  }

  @Test
  void whatIsReturnedIsTheSessionsOwnEntity() {
    Entity floyd = floyd();

    List<Record> rows =
        session.execute(
            Sql.update(band)
                .where(band.attr("id").lt(3), band.attr("id").in(Select.of(album.attr("band_id"))))
                .value("founded", 9)
                .returning(band.attr("name"), band));

    assertThat(rows).extracting(row -> row.get(0)).containsExactly("Pink Floyd", "The Slits");
    assertThat(rows.get(0).get(1)).isSameAs(floyd);
    assertThat(floyd.get("founded")).isEqualTo(9L);
    assertThat(database.take())
        .containsExactly(
            "UPDATE bands SET founded=? WHERE bands.id < ? AND bands.id IN (SELECT albums.band_id"
                + " \n"
                + "FROM albums) RETURNING id, name, founded, country, lat, lon, manager_id");
  }

  @Test
  void aClassOfSeveralTablesIsInsertedIntoAllOfThem() {
    MappedClass musician = mappers.mapper("Musician").entity();
    Map<String, Object> second = new HashMap<>();
    second.put("name", "M");
    second.put("instrument", null);

    session.executeMany(
        Sql.insert(musician), List.of(Map.of("name", "N", "instrument", "saw"), second));

    assertThat(database.take())
        .containsExactly(
            "INSERT INTO people (kind, name) VALUES (?, ?) RETURNING id",
            "INSERT INTO people (kind, name) VALUES (?, ?) RETURNING id",
            "INSERT INTO musicians (id, instrument) VALUES (?, ?)",
            "INSERT INTO musicians (id) VALUES (?)");
    List<?> made = session.query(musician).filter(musician.attr("name").eq("N")).all();
    assertThat(((Entity) made.get(0)).get("instrument")).isEqualTo("saw");
  }

  @Test
  void rowsAreChangedByTheKeysOfTheirEntities() {
    Entity floyd = floyd();

    session.executeMany(
        Sql.update(band), List.of(Map.of("id", 1, "founded", 5), Map.of("id", 2, "founded", 6)));

    assertThat(floyd.get("founded")).isEqualTo(5L);
    assertThatThrownBy(() -> session.executeMany(Sql.update(band), List.of(Map.of("founded", 5))))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("No primary key value supplied for column(s) id");
  }
}
