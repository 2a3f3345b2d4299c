package dev.brine.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

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
        // Stopped by its own shutdown hook.
        return Engine.of(EmbeddedPostgres.builder().start().getPostgresDatabase());
      } catch (IOException | RuntimeException e) {
        throw new TestAbortedException(
            "skipped: PostgreSQL's binaries, which are for Linux on x86-64, do not start here", e);
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
    try (Session session = engine().session()) {
      for (String statement : statements) {
        session.dsl().execute(statement);
      }
      session.commit();
    }
  }
}
