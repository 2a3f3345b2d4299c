package dev.brine.engine;

import dev.brine.Mariadb;
import dev.brine.Postgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The databases that engines are tried on; each is started once, when it is first asked for. */
enum TestDatabase {
  SQLITE {
    @Override
    Engine start() {
      try {
        Path file = Files.createTempFile("brine", ".sqlite");
        file.toFile().deleteOnExit();
        return Engine.create("jdbc:sqlite:" + file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  H2 {
    @Override
    Engine start() {
      return Engine.create("jdbc:h2:mem:brine;DB_CLOSE_DELAY=-1", "sa", "");
    }
  },
  POSTGRESQL {
    @Override
    Engine start() {
      try {
        return Engine.of(Postgresql.database("engines"));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  },
  /** With the Maven profile {@code mariadb} only; else its tests are skipped. */
  MARIADB {
    @Override
    Engine start() {
      try {
        return Engine.create(Mariadb.database("engines"), Mariadb.USER, "");
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  };

  private @Nullable Engine engine;

  abstract Engine start();

  synchronized Engine engine() {
    if (engine == null) {
      engine = start();
    }
    return engine;
  }

  /** Runs statements that give no rows, and commits them. */
  void run(String... statements) {
    try (Connection connection = engine().connect()) {
      for (String statement : statements) {
        connection.dsl().execute(statement);
      }
      connection.commit();
    }
  }
}
