package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What {@code dumps} writes for a series, the command writes, too. */
  @ParameterizedTest
  @ValueSource(strings = {"add_check", "add_constraint", "drop_constraint"})
  void ofDefinitionsThatAreCarriedOnlyNoneIsRefused(String name) {
    String dump = "python-fixtures/good/2.0/ddl_%s.p5.pickle".formatted(name);

    CommandLineRun run =
        brine("migrate", dump, "--to", "2.1", "--out", folder.resolve("moved").toString());

    assertThat(run.exitCode()).isZero();
  }

  @Test
  void inAFolderSqlIsNotCalledLikeADump() throws IOException {
    brine("migrate", REPORT, "--metadata", METADATA, "--to", "sql", "--out", folder + "/");

    assertThat(folder.resolve("report.sql")).content().startsWith("SELECT users.name");
  }

  @Test
  void inAFolderADumpIsNotCalledLikeTheJsonItIsMadeOf() {
    String json = folder.resolve("report.json").toString();
    brine("migrate", REPORT, "--to", "json", "--out", json);

    assertThat(brine("migrate", json, "--out", folder + "/").exitCode()).isZero();

    assertThat(folder.resolve("report.pkl")).binaryContent().startsWith(0x80, 5);
    assertThat(folder.resolve("report.json")).content().startsWith("{");
  }

  @Test
  void theStandardInputAndOutputMayBeDumps() throws IOException {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CommandLineRun run;
    try (InputStream dump = Files.newInputStream(Path.of(REPORT))) {
      System.setIn(dump);
      System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
      run = brine("migrate", "-", "--to", "2.0", "--out", "-");
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    Path file = folder.resolve("report.pkl");
    brine("migrate", REPORT, "--to", "2.0", "--out", file.toString());

    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(file).hasBinaryContent(written.toByteArray());
  }

  @Test
  void theStandardOutputTakesOneThing() {
    assertThat(brine("migrate", REPORT, REPORT, "--to", "2.0", "--out", "-").err())
        .startsWith("brine: 2 dumps do not fit in the standard output");
    assertThat(brine("migrate", REPORT, "--to", "2.0", "--out", "-", "--format", "json").err())
        .startsWith("brine: --format json and the result would both go to the standard output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "3.0", "JSON", "protable"})
  void allThatCanBeChosenIsToldWhereItIsNot(String target) {
    Path out = folder.resolve("x.pkl");

    CommandLineRun run = brine("migrate", REPORT, "--to", target, "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "brine: dumps are not migrated to '%s'%n  hint: choose one of %s%n"
                .formatted(target, "1.3, 1.4, 2.0, 2.1, portable, json, sql"));
    assertThat(out).doesNotExist();
  }

  @Test
  void theHelpDemandsNoFilesWhichADatabaseHasNot() {
    assertThat(brine("migrate", "--help").out()).contains(" [DUMP...]");
  }

  @Test
  void jsonIsReadAgain() throws IOException {
    Path json = folder.resolve("report.json");
    Path again = folder.resolve("again.pickle");
    Path directly = folder.resolve("directly.pickle");

    brine("migrate", REPORT, "--metadata", METADATA, "--to", "json", "--out", json.toString());
    brine("migrate", json.toString(), "--metadata", METADATA, "--out", again.toString());
    brine("migrate", REPORT, "--metadata", METADATA, "--out", directly.toString());

    assertThat(json).content().startsWith("{\n  \"brine\": \"expression\",\n  \"version\": 1,");
    assertThat(again).hasSameBinaryContentAs(directly);
  }

  @Test
  void jsonIsCompiledAsTheDumpIs() {
    String json = folder.resolve("report.json").toString();
    brine("migrate", REPORT, "--to", "json", "--out", json);

    assertThat(brine("sql", json, "--metadata", METADATA).out())
        .isEqualTo(brine("sql", REPORT, "--metadata", METADATA).out().replace(REPORT, json));
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

  @Test
  void whatIsCalledOtherwiseNowIsRenamed() {
    String out = folder.resolve("renamed.pickle").toString();

    CommandLineRun run =
        brine(
            "migrate",
            REPORT,
            "--rename-table",
            "users=persons",
            "--rename-column",
            "users.name=moniker",
            "--rename-table",
            "gone=away",
            "--out",
            out);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "brine: warning: no dump has a table 'gone' that was to be renamed%n".formatted());
    assertThat(brine("sql", out).out()).startsWith("SELECT persons.moniker, ");
  }

  @Test
  void aNewNameIsText() throws IOException {
    String out = folder.resolve("renamed.pickle").toString();
    String file = folder.resolve("renames.json").toString();

    Files.writeString(Path.of(file), "{\"tables\": {\"users\": 1}}");
    assertThat(brine("migrate", REPORT, "--renames", file, "--out", out).err())
        .startsWith("brine: 'tables.users' in %s is 1, not a name".formatted(file));
    Files.writeString(Path.of(file), "{\"tables\": [\"users\"]}");
    assertThat(brine("migrate", REPORT, "--renames", file, "--out", out).err())
        .startsWith("brine: 'tables' in %s is [\"users\"], not an object".formatted(file));
  }

  @Test
  void aRenameIsNotBlamedForADumpThatIsNotRead() throws IOException {
    Path dump = Files.writeString(folder.resolve("broken.pickle"), "no dump");
    String out = folder.resolve("renamed.pickle").toString();

    CommandLineRun run =
        brine("migrate", dump.toString(), "--rename-table", "users=persons", "--out", out);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).doesNotContain("to be renamed");
  }

  @Test
  void allThatTheMetadataLacksIsToldAndNothingIsWritten() {
    Path out = folder.resolve("drifted.pickle");

    CommandLineRun run =
        brine(
            "migrate",
            REPORT,
            "--metadata",
            METADATA,
            "--rename-table",
            "users=user",
            "--format",
            "json",
            "--out",
            out.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"drift\":[{\"kind\":\"table\",\"name\":\"user\",\"nearest\":[\"users\",");
    assertThat(out).doesNotExist();
  }

  @Test
  void thePortableFormIsReadAgain() {
    String out = folder.resolve("portable.pickle").toString();

    brine("migrate", REPORT, "--to", "portable", "--out", out);

    assertThat(brine("sql", out).out()).isEqualTo(brine("sql", REPORT).out());
  }
}
