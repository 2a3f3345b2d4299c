package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExporterCommandTest {

  @Test
  void theScriptIsPrintedAsItIs() throws IOException {
    CommandLineRun run = brine("exporter");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(Path.of("python-fixtures/brine_catalog.py")));
  }
}
