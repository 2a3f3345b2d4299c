package dev.brine.cli;

import dev.brine.bulk.ColumnRequest;
import dev.brine.error.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which column of a database holds dumps: {@code --url}, {@code --table} and so on. */
final class ColumnOptions {

  @Option(
      names = "--url",
      paramLabel = "JDBC_URL",
      required = true,
      description = "The database, such as jdbc:sqlite:shop.db.")
  private String url = "";

  @Option(names = "--user", paramLabel = "U", description = "The database user.")
  private @Nullable String user;

  @Option(names = "--password", paramLabel = "P", description = "The user's password.")
  private @Nullable String password;

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
   * The JDBC URL.
   *
   * @throws UsageException if it is none
   */
  String url() {
    if (!url.startsWith("jdbc:")) {
      throw new UsageException(
          "'%s' is no JDBC URL".formatted(url),
          "one starts with jdbc:, such as jdbc:sqlite:shop.db or jdbc:postgresql://host/shop");
    }
    return url;
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String password() {
    return password;
  }

  ColumnRequest request() {
    return ColumnRequest.of(table, column).withKey(key).withWhere(where);
  }
}
