package dev.brine.cli;

import dev.brine.bulk.ColumnRequest;
import dev.brine.bulk.Connections;
import dev.brine.catalog.SqliteFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which column of a database holds dumps: {@code --url}, {@code --table} and so on. */
final class ColumnOptions extends ConnectionOptions {

  @Option(
      names = "--table",
      paramLabel = "T",
      required = true,
      description = "The table, or schema.table.")
  private String table = "";

  @Option(
      names = "--column",
      paramLabel = "C",
      required = true,
      description = "The column that holds dumps, of bytes or text.")
  private String column = "";

  @Option(
      names = "--key",
      paramLabel = "K",
      split = ",",
      description = "The columns that tell rows apart. Default: the primary key.")
  private List<String> key = List.of();

  @Option(names = "--where", paramLabel = "SQL", description = "Only rows that meet this.")
  private @Nullable String where;

  /**
   * Connections with the database.
   *
   * @throws dev.brine.error.DatabaseException if the file is not there
   */
  Connections connections() {
    SqliteFile.requireThere(url());
    return Connections.to(url(), user(), password());
  }

  ColumnRequest request() {
    return ColumnRequest.of(table, column).withKey(key).withWhere(where);
  }
}
