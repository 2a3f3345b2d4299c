package dev.brine.cli;

import dev.brine.Deserializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.catalog.Catalog;
import dev.brine.catalog.MetaDataSource;
import dev.brine.error.DatabaseException;
import dev.brine.pickle.ReadLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --metadata}: where the tables and classes that dumps refer to are described. */
final class MetaDataOption {

  @Option(
      names = "--metadata",
      paramLabel = "SRC",
      description =
          "Where tables and classes are described: a pickled MetaData, a JSON catalogue, or a"
              + " JDBC URL.")
  private @Nullable String source;

  private ReadLimits limits = ReadLimits.DEFAULT;
  private @Nullable Catalog catalog;
  private @Nullable Deserializer deserializer;
  private @Nullable DatabaseException failure;

  /** Whether it was given. */
  boolean isGiven() {
    return source != null;
  }

  /**
   * Opens the source, if one was given. A database that cannot be reached fails each dump instead:
   * the usage is right.
   *
   * @throws dev.brine.error.BrineException if the source is no metadata
   */
  void open(@Nullable String user, @Nullable String password, ReadLimits reading) {
    limits = reading;
    try {
      if (source != null) {
        catalog = MetaDataSource.openCatalog(source, user, password);
        deserializer = new ShellDeserializer(catalog, limits);
      }
    } catch (DatabaseException e) {
      failure = e;
    }
  }

  /** What the source describes; null without one, or if its database could not be reached. */
  @Nullable Catalog catalog() {
    return catalog;
  }

  /**
   * What reads the next dump; without metadata the tables in it are placeholders of its own, lest
   * those of all dumps pile up.
   *
   * @throws DatabaseException if the database could not be reached
   */
  Deserializer deserializer() {
    if (failure != null) {
      throw failure;
    }
    if (source == null) {
      return new PlaceholderDeserializer(limits);
    }
    if (deserializer == null) {
      throw new IllegalStateException("open() comes first");
    }
    return deserializer;
  }
}
