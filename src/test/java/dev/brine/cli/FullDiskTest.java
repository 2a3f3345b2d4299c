package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written where there is no room: a failure with a name, and nothing half written. */
class FullDiskTest {

  private static final String REPORT = "python-fixtures/demo/report.pickle";
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @BeforeEach
  void needsAnUnix() {
    Assumptions.assumeTrue(Files.exists(FULL), "skipped: there is no /dev/full here");
  }

  /** What a process said and how it ended. */
  private record Ended(int exitCode, String said) {}

  /**
   * Runs the command line in a process that can write no file of more than a kilobyte, as if the
   * disk were full by then.
   */
  private Ended cramped(String redirection, String... arguments)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of("bash", "-c"));
    command.add("ulimit -f 1; exec \"$@\" " + redirection);
    command.addAll(
        List.of("bash", java, "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    File said = folder.resolve("said.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said.toPath(), StandardCharsets.UTF_8));
  }

  @Test
  void aMigrationThatFindsNoRoomLeavesWhatWasThere() throws IOException, InterruptedException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path target = Files.writeString(out.resolve("report.pickle"), "before");

    Ended run = cramped("", "migrate", REPORT, "--out", target.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said())
        .contains(target + " cannot be written: File too large")
        .contains("hint: is there such a folder, may you write there, and is there room?");
    assertThat(target).hasContent("before");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void resultsThatCannotBePrintedAreAFailure() throws IOException, InterruptedException {
    Ended run = cramped("> /dev/full", "inspect", REPORT);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said()).contains("brine: the output cannot be written");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    // By a link: whoever breaks this shall not lose the device.
    Path device = Files.createSymbolicLink(folder.resolve("device"), FULL);

    CommandLineRun run = brine("migrate", REPORT, "--out", device.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(device + " cannot be written: No space left on device");
    assertThat(device).isSymbolicLink();
  }
}
