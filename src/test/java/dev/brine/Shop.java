package dev.brine;

import dev.brine.catalog.PickledMetaData;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of {@code python-fixtures/shop.py}, and its rows in SQLite. */
public final class Shop {

  /** Where the dumps, the metadata and the rows lie. */
  public static final Path GOOD = Path.of("python-fixtures", "good", "2.0");

  /** A read-only connection to the rows. */
  public static final String URL = "jdbc:sqlite:file:" + GOOD.resolve("data.sqlite") + "?mode=ro";

  public static final MetaData METADATA = metadata();

  private Shop() {}

  public static TableRef table(String key) {
    return Sql.table(METADATA, key);
  }

  private static MetaData metadata() {
    try {
      return PickledMetaData.read(Files.readAllBytes(GOOD.resolve("metadata.pickle")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
