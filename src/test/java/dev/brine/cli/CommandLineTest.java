package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.catalog.MetaDataSource;
import dev.brine.expr.Select;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common, {@code inspect} and {@code migrate}. */
class CommandLineTest {

  private static final String METADATA = "python-fixtures/good/2.0/metadata.pickle";
  private static final Path REPORT = Path.of("python-fixtures/demo/report.pickle");

  @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, content).toString();
  }

  private String report(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.copy(REPORT, file).toString();
  }

  private List<String> files(Path parent) throws IOException {
    try (Stream<Path> found = Files.walk(parent)) {
      return found
          .filter(Files::isRegularFile)
          .map(each -> parent.relativize(each).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void theRehearsalForTheLauncherRunsTheUsualCommandsAndSaysNothing() {
    CommandLineRun run = brine("rehearse");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
    assertThat(brine("--help").out()).doesNotContain("rehearse");
  }

  @Test
  void inspectSaysWhatIsInADump() {
    CommandLineRun run = brine("inspect", REPORT.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            written by  SQLAlchemy 2.0, pickle protocol 5
            kind        select
            tables      orders, users
            """);
  }

  @Test
  void inspectPrintsAJsonObjectALine() throws IOException {
    JsonNode json = brine("inspect", "--format", "json", REPORT.toString()).json().get(0);

    assertThat(json.get("dump").textValue()).isEqualTo(REPORT.toString());
    assertThat(json.get("series").textValue()).isEqualTo("2.0");
    assertThat(json.get("protocol").intValue()).isEqualTo(5);
    assertThat(json.get("kind").textValue()).isEqualTo("select");
    assertThat(json.get("tables").toString()).isEqualTo("[\"orders\",\"users\"]");
    assertThat(json.get("structure").get("node").textValue()).isEqualTo("Select");
  }

  @Test
  void aFailureDoesNotStopTheOthers() throws IOException {
    String bad = file("bad.pickle", "hello");
    CommandLineRun run =
        brine("inspect", "--format", "json", bad, "no/such.pickle", REPORT.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    List<JsonNode> json = run.json();
    assertThat(json).hasSize(3);
    assertThat(json.get(0).get("dump").textValue()).isEqualTo(bad);
    assertThat(json.get(0).get("error").get("kind").textValue()).isEqualTo("malformed");
    assertThat(json.get(1).get("error").get("message").textValue())
        .isEqualTo("there is no such file");
    assertThat(json.get(2).has("error")).isFalse();
    assertThat(run.err()).contains("brine: no/such.pickle: there is no such file\n");
  }

  @Test
  void eachFailureIsALineAndAHint() throws IOException {
    CommandLineRun run = brine("sql", file("bad.pickle", "hello"), "no/such.pickle");

    assertThat(run.err().lines()).hasSize(4);
    assertThat(run.err().lines().filter(line -> line.startsWith("  hint: "))).hasSize(2);
  }

  @Test
  void whatTheDatabaseRefusesComesWithAHint() {
    CommandLineRun run =
        brine("run", REPORT.toString(), "--metadata", METADATA, "--url", "jdbc:sqlite::memory:");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no such table: users").hasLineCount(2);
    assertThat(run.err().lines()).last().asString().startsWith("  hint: the database itself");
  }

  @Test
  void foldersAreSearchedAndSorted() throws IOException {
    report("b/two.pkl");
    report("b/one.dump");
    report("a/three.pickle");
    file("a/readme.txt", "no dump");

    CommandLineRun run = brine("inspect", "--format", "json", folder.toString());

    assertThat(run.json().stream().map(json -> json.get("dump").textValue()))
        .containsExactly(
            folder.resolve("a/three.pickle").toString(),
            folder.resolve("b/one.dump").toString(),
            folder.resolve("b/two.pkl").toString());
  }

  @Test
  void foldersOfTheJsonFormAreMigrated() throws IOException {
    report("in/one.pkl");
    Path json = folder.resolve("json");
    Path back = folder.resolve("back");
    brine("migrate", "--to", "json", "--out", json + "/", folder.resolve("in").toString());
    file("json/other.json", "{\"x\": 1}");

    CommandLineRun run = brine("migrate", "--to", "2.0", "--out", back + "/", json.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(back).isDirectoryContaining("glob:**/one.pkl");
    assertThat(back.toFile().list()).hasSize(1);
  }

  @Test
  void anEmptyFolderIsWrongUsage() {
    CommandLineRun run = brine("inspect", folder.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "brine: the folder %s holds no dump%n  hint: *.dump, *.pickle and *.pkl count, also with .gz, .bz2, .b64 or .hex behind%n"
                .formatted(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "inspect", "nonsense", "inspect --format xml d", "migrate d", "inspect --x d"})
  void wrongUsageEndsWithTwoAndAHint(String line) {
    CommandLineRun run = brine(line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("brine: ").contains("  hint: see: brine").hasLineCount(2);
  }

  @Test
  void aStackTraceIsShownOnDemandOnly() {
    assertThat(brine("inspect", "no/such").err()).doesNotContain("\tat ");
    assertThat(brine("inspect", "--stacktrace", "no/such").err()).contains("\tat dev.brine");
  }

  @Test
  void helpAndVersionAreNoFailures() {
    assertThat(brine("--version").out()).startsWith("brine ");
    assertThat(brine("--help").out()).contains("inspect", "migrate", "Exit code");
    assertThat(brine("migrate", "--help").exitCode()).isZero();
  }

  @Test
  void migrateWritesWhatCanBeLoaded() throws IOException {
    Path out = folder.resolve("new.pickle");
    CommandLineRun run =
        brine("migrate", "--format", "json", "--out", out.toString(), REPORT.toString());

    assertThat(run.exitCode()).isZero();
    JsonNode json = run.json().get(0);
    assertThat(json.get("out").textValue()).isEqualTo(out.toString());
    assertThat(json.get("opaque").toString()).isEqualTo("[]");
    assertThat(ExpressionSerializer.loads(Files.readAllBytes(out), MetaDataSource.open(METADATA)))
        .isInstanceOf(Select.class);
  }

  @Test
  void inAFolderOutputsKeepTheirNamesAndNothingIsHalfWritten() throws IOException {
    String good = report("in/good.pickle");
    String nested = report("in/deep/er.pickle");
    file("in/truncated.pickle", "\u0080");
    Path out = folder.resolve("out");

    CommandLineRun run = brine("migrate", "--out", out.toString(), folder.resolve("in").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(files(out)).containsExactly("deep/er.pickle", "good.pickle");
    assertThat(Path.of(good)).hasSameBinaryContentAs(Path.of(nested));
  }

  @Test
  void aFailedMigrationLeavesWhatWasThere() throws IOException {
    String bad = file("bad.pickle", "hello");
    String out = file("out.pickle", "before");

    assertThat(brine("migrate", "--out", out, bad).exitCode()).isEqualTo(1);
    assertThat(Path.of(out)).hasContent("before");
    assertThat(files(folder)).containsExactly("bad.pickle", "out.pickle");
  }

  @Test
  void severalDumpsDoNotFitInAFile() {
    CommandLineRun run =
        brine(
            "migrate",
            "--out",
            folder.resolve("one.pickle").toString(),
            REPORT.toString(),
            METADATA);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("2 dumps do not fit in the one file").contains("a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--to 7", "--protocol 6"})
  void whatCannotBeWrittenIsRefusedByName(String option) {
    String[] parts = option.split(" ", -1);
    CommandLineRun run =
        brine("migrate", "--out", "x.pickle", parts[0], parts[1], REPORT.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(parts[1]);
  }

  @Test
  void aFolderThatHoldsOneDumpGoesIntoAFolder() throws IOException {
    report("in/one.pickle");
    String in = folder.resolve("in").toString();

    assertThat(brine("migrate", in, "--out", folder.resolve("out").toString()).exitCode()).isZero();
    assertThat(files(folder.resolve("out"))).containsExactly("one.pickle");
  }

  @Test
  void aSlashAtItsEndMakesTheOutputAFolder() throws IOException {
    String in = report("one.pickle");

    assertThat(brine("migrate", in, "--out", folder.resolve("out") + "/").exitCode()).isZero();
    assertThat(files(folder.resolve("out"))).containsExactly("one.pickle");
  }
}
