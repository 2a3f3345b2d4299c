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
    EmbeddedPostgres running = server();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return running.getDatabase("postgres", name);
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
