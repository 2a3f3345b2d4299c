package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate} makes of files; what it shares with the others is tested with them. */
class MigrateCommandTest {

  private static final String REPORT = "python-fixtures/demo/report.pickle";
  private static final String METADATA = "python-fixtures/good/2.0/metadata.pickle";

  @TempDir Path folder;

  @Test
  void sqlHasItsValuesInIt() throws IOException {
    Path out = folder.resolve("report.sql");

    CommandLineRun run =
        brine(
            "migrate",
            REPORT,
            "--metadata",
            METADATA,
            "--to",
            "sql",
            "--dialect",
            "postgresql",
            "--out",
            out.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(out))
        .contains("orders.status IN ('paid', 'shipped')")
        .endsWith(" LIMIT 10");
  }

  @Test
  void inAFolderSqlIsNotCalledLikeADump() throws IOException {
    brine("migrate", REPORT, "--metadata", METADATA, "--to", "sql", "--out", folder + "/");

    assertThat(folder.resolve("report.sql")).content().startsWith("SELECT users.name");
  }

  @Test
  void optionsThatDoNothingAreRefused() {
    String out = folder.resolve("x").toString();

    assertThat(brine("migrate", REPORT, "--dialect", "mysql", "--out", out).err())
        .isEqualTo("brine: --dialect is for --to sql%n  hint: leave it out%n".formatted());
    assertThat(brine("migrate", REPORT, "--to", "sql", "--protocol", "2", "--out", out).err())
        .startsWith("brine: --protocol is for pickles; --to sql writes text");
    assertThat(brine("migrate", REPORT, "--to", "sql", "--dialect", "x", "--out", out).exitCode())
        .isEqualTo(2);
  }
}
