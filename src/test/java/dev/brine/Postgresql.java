package dev.brine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL of the tests' own, started when it is first asked for and stopped by its own
 * shutdown hook.
 */
public final class Postgresql {

  private static @Nullable EmbeddedPostgres server;

  private Postgresql() {}

  /**
   * A new, empty database.
   *
   * @throws TestAbortedException where the server does not start, which skips the test
   */
  public static DataSource database(String name) throws SQLException {
    create(name);
    return server().getDatabase("postgres", name);
  }

  /** The port it listens to; its user is {@code postgres}, without a password. */
  public static int port() {
    return server().getPort();
  }

  /** A new database that is as another is, to which nobody is connected. */
  public static void copy(String original, String name) throws SQLException {
    create(name + " TEMPLATE " + original);
  }

  private static void create(String what) throws SQLException {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + what);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().start();
      } catch (IOException | RuntimeException e) {
        throw new TestAbortedException(
            "skipped: PostgreSQL's binaries, which are for Linux on x86-64, do not start here", e);
      }
    }
    return server;
  }
}
