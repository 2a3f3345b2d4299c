package dev.brine.cli;

import dev.brine.error.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A database and who uses it: {@code --url}, {@code --user}, {@code --password}. */
class ConnectionOptions {

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

  /**
   * The JDBC URL.
   *
   * @throws UsageException if it is none
   */
  final String url() {
    if (!url.startsWith("jdbc:")) {
      throw new UsageException(
          "'%s' is no JDBC URL".formatted(url),
          "one starts with jdbc:, such as jdbc:sqlite:shop.db or jdbc:postgresql://host/shop");
    }
    return url;
  }

  final @Nullable String user() {
    return user;
  }

  final @Nullable String password() {
    return password;
  }
}
