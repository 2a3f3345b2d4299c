package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine's builder is told reaches the pool and the driver. */
class EngineBuilderTest {

  @Test
  void theDriverGetsItsProperties(@TempDir Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("x.db");
    try (Engine engine = Engine.builder(url).driverProperty("foreign_keys", "true").build();
        Connection connection = engine.connect()) {
      assertThat(connection.dsl().fetchValue("pragma foreign_keys")).isEqualTo(1);
    }
  }

  @Test
  void whoeverWaitsTooLongForAConnectionIsTold(@TempDir Path folder) {
    EngineBuilder builder =
        Engine.builder("jdbc:sqlite:" + folder.resolve("x.db"))
            .poolSize(1)
            .connectionTimeout(Duration.ofMillis(250));
    try (Engine engine = builder.build();
        Connection first = engine.connect();
        Connection second = engine.connect()) {
      first.begin();

      assertThatThrownBy(second::begin)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("timed out");
    }
  }

  @Test
  void whatNoPoolTakesIsTheCallersFault() {
    EngineBuilder builder = Engine.builder("jdbc:sqlite::memory:");

    assertThatThrownBy(() -> builder.poolSize(0)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> builder.connectionTimeout(Duration.ofMillis(1)))
        .isInstanceOf(UsageException.class);
  }
}
