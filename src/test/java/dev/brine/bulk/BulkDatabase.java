package dev.brine.bulk;

import dev.brine.Mariadb;
import dev.brine.Postgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases whose columns are gone through. */
enum BulkDatabase {
  SQLITE("BLOB", "TEXT") {
    @Override
    Connections create(String name) {
      return Connections.to("jdbc:sqlite:" + file(name), null, null);
    }
  },
  H2("BLOB", "VARCHAR") {
    @Override
    Connections create(String name) {
      return Connections.to("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
  },
  DUCKDB("BLOB", "VARCHAR") {
    @Override
    Connections create(String name) {
      return Connections.to("jdbc:duckdb:" + file(name), null, null);
    }
  },
  POSTGRESQL("BYTEA", "TEXT") {
    @Override
    Connections create(String name) throws SQLException {
      return Postgresql.database(name)::getConnection;
    }
  },
  /** With the Maven profile {@code mariadb} only; else its tests are skipped. */
  MARIADB("LONGBLOB", "TEXT") {
    @Override
    Connections create(String name) throws SQLException {
      return Connections.to(Mariadb.database(name), Mariadb.USER, "");
    }
  };

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final String bytes;
  private final String text;

  BulkDatabase(String bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  abstract Connections create(String name) throws SQLException;

  /** A new, empty database. */
  final Connections fresh() throws SQLException {
    return create("bulk" + COUNTER.incrementAndGet());
  }

  /** Runs statements in which BYTES and TEXT stand for the types of this database. */
  final void run(Connections connections, String... statements) throws SQLException {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each.replace("$BYTES", bytes).replace("$TEXT", text));
      }
    }
  }

  static Path file(String name) {
    try {
      Path folder = Files.createTempDirectory("brine-bulk");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve(name + ".db");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
