package dev.brine;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.catalog.PickledMetaData;
import dev.brine.engine.Engine;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.orm.ScopedSession;
import dev.brine.orm.Session;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tables of {@code python-fixtures/music}, and its rows in SQLite. */
public final class Music {

  /** The SQLAlchemys whose ORM constructs were recorded; the reference first. */
  public static final List<String> SERIES = List.of("2.0", "1.4", "2.1");

  /** Where the dumps, the metadata and the rows of the reference lie. */
  public static final Path GOOD = good(SERIES.get(0));

  /** A read-only connection to the rows. */
  public static final String URL = "jdbc:sqlite:file:" + GOOD.resolve("data.sqlite") + "?mode=ro";

  public static final MetaData METADATA = metadata();

  /** The metadata, a session and an engine. */
  public static final LoadOptions OPTIONS = options();

  /** The SQLAlchemy of each series, by which its mapping is kept. */
  private static final Map<String, String> RELEASES =
      Map.of("2.0", "2.0.58", "1.4", "1.4.54", "2.1", "2.1.0b3");

  private Music() {}

  /** The tables and classes as a series maps them. */
  public static Catalog catalog(String series) {
    Path release = Path.of("python-fixtures", "mapping", RELEASES.get(series));
    try {
      return CatalogJson.read(Files.readString(release.resolve("catalogue.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, a session and an engine. */
  public static LoadOptions mapped(String series) {
    Catalog catalog = catalog(series);
    return withCriteria(OPTIONS.withMetadata(catalog.metadata()).withMappers(catalog.registry()));
  }

  /**
   * What {@code music/criteria.py} says; a value that is a global of the module gives the parameter
   * its name.
   */
  static LoadOptions withCriteria(LoadOptions options) {
    return options.withLoaderCriteria(
        "music.criteria.not_loud",
        cls -> {
          ColumnElement mood = cls.attr("mood");
          return mood.ne(BindParameter.unique("loud", "loud", mood.type()));
        });
  }

  static Path good(String series) {
    return Path.of("python-fixtures", "good", series, "orm");
  }

  private static LoadOptions options() {
    Engine engine = Engine.create(URL);
    return LoadOptions.NONE
        .withMetadata(METADATA)
        .withEngine(engine)
        .withScopedSession(ScopedSession.of(() -> new Session(engine)));
  }

  private static MetaData metadata() {
    try {
      return PickledMetaData.read(Files.readAllBytes(GOOD.resolve("metadata.pickle")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
