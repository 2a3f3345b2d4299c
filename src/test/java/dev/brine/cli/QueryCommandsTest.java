package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.expr.Functions;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PythonPickler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sql}, {@code run} and {@code demo}. */
class QueryCommandsTest {

  private static final String METADATA = "python-fixtures/good/2.0/metadata.pickle";
  private static final String URL = "jdbc:sqlite:python-fixtures/good/2.0/data.sqlite";
  private static final String REPORT = Path.of("python-fixtures/demo/report.pickle").toString();

  @TempDir Path folder;

  @Test
  void sqlPrintsWhatPythonCompiles() throws IOException {
    JsonNode json = brine("sql", "--format", "json", "--metadata", METADATA, REPORT).json().get(0);

    assertThat(json.get("sql").textValue())
        .startsWith("SELECT users.name, count(orders.id) AS orders, sum(orders.total) AS spent \n")
        .contains("WHERE orders.placed_at >= :placed_at_1");
    assertThat(json.get("params").toString())
        .isEqualTo(
            "{\"placed_at_1\":\"2024-04-01T00:00:00\",\"status_1\":[\"paid\",\"shipped\"],"
                + "\"sum_1\":10,\"param_1\":10}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite|?", "postgresql|%(placed_at_1)s", "mysql|%s", "default|:placed"})
  void eachDialectHasPythonsParameterStyle(String dialectAndPlaceholder) {
    String[] parts = dialectAndPlaceholder.split("\\|", -1);
    CommandLineRun run = brine("sql", "--dialect", parts[0], REPORT);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("placed_at >= " + parts[1]);
  }

  @Test
  void sqlTakesPythonsSettings() {
    assertThat(brine("sql", "--literal-binds", REPORT).out()).contains("IN ('paid', 'shipped')");
    assertThat(brine("sql", "--render-postcompile", REPORT).out())
        .contains("IN (:status_1_1, :status_1_2)");
    assertThat(brine("sql", "--param-style", "numeric", REPORT).out()).contains("placed_at >= :1");
  }

  @Test
  void anUnknownDialectFailsTheCommand() {
    assertThat(brine("sql", "--dialect", "orakle", REPORT).exitCode()).isEqualTo(2);
  }

  @Test
  void runPrintsATable() {
    assertThat(brine("run", REPORT, "--metadata", METADATA, "--url", URL).out())
        .isEqualToNormalizingNewlines(
            """
            name   orders   spent
            -----  ------  ------
            wendy       1  120.25
            ed          1   30.00
            (2 rows)
            """);
  }

  @Test
  void runPrintsCsv() {
    assertThat(brine("run", REPORT, "--metadata", METADATA, "--url", URL, "--format", "csv").out())
        .isEqualTo("name,orders,spent\r\nwendy,1,120.25\r\ned,1,30.00\r\n");
  }

  @Test
  void runPrintsJsonWithDecimalsAsTheyAre() {
    assertThat(brine("run", REPORT, "--metadata", METADATA, "--url", URL, "--format", "json").out())
        .endsWith(
            "\"columns\":[\"name\",\"orders\",\"spent\"],"
                + "\"rows\":[[\"wendy\", 1, 120.25], [\"ed\", 1, 30.00]]}\n");
  }

  @Test
  void runNeedsMetadata() {
    CommandLineRun run = brine("run", REPORT, "--url", URL);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("brine: run needs --metadata");
  }

  @Test
  void aDatabaseThatCannotBeOpenedFailsTheDump() throws IOException {
    CommandLineRun run =
        brine(
            "run",
            REPORT,
            "--metadata",
            METADATA,
            "--url",
            "jdbc:sqlite:/no/such/folder/x.db",
            "--format",
            "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().get(0).get("error").get("kind").textValue()).isEqualTo("database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run REPORT --metadata METADATA --url",
        "sql REPORT --metadata",
        "scan --table t --column c --url",
        "migrate --table t --column c --to 2.0 --write --url"
      })
  void aMistypedFileOfSqliteIsNotMade(String command) throws IOException {
    Files.createFile(folder.resolve("shop.db"));
    String given = command.replace("REPORT", REPORT).replace("METADATA", METADATA);
    List<String> words = new ArrayList<>(List.of(given.split(" ")));
    words.add("jdbc:sqlite:" + folder.resolve("shp.db"));
    CommandLineRun run = brine(words.toArray(String[]::new));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.out() + run.err())
        .contains("shp.db: there is no such file")
        .contains("the nearest is 'shop.db'");
    assertThat(folder.resolve("shp.db")).doesNotExist();
  }

  @Test
  void runCallsAFunctionByItself() throws IOException {
    byte[] dump = ExpressionSerializer.dumps(Functions.func("upper", "ed"));
    Path file = Files.write(folder.resolve("upper.pickle"), dump);
    CommandLineRun run =
        brine("run", file.toString(), "--metadata", METADATA, "--url", URL, "--format", "json");

    assertThat(run.json().get(0).get("rows").toString()).isEqualTo("[[\"ED\"]]");
  }

  @Test
  void whatWouldBreakALineIsSpelledOut() throws IOException {
    String nasty = "a\tb\u001b[31m\n";

    assertThat(runLower(nasty, "table").lines().toList()).contains("a\\tb\\u001b[31m\\n");
    assertThat(runLower("a,\"b\"", "csv")).endsWith("\"a,\"\"b\"\"\"\r\n");
    assertThat(runLower("", "csv")).endsWith("\r\n\"\"\r\n");
    assertThat(runLower(null, "csv")).endsWith("\r\n\r\n");
  }

  private String runLower(@Nullable String value, String format) throws IOException {
    byte[] dump = ExpressionSerializer.dumps(Functions.func("lower", value));
    Path file = Files.write(folder.resolve("lower.pickle"), dump);
    return brine("run", file.toString(), "--metadata", METADATA, "--url", URL, "--format", format)
        .out();
  }

  /** A shell has no session to give, and a query needs none to be read and printed. */
  @Test
  void aQueryIsReadWithoutASession() throws IOException {
    PyObject query =
        PyObject.newObject(new PyGlobal("sqlalchemy.orm.query", "Query"))
            .build(new PyDict().put("session", new PyPersistent("session:")));
    byte[] dump = new PythonPickler().dumps(query);
    Path file = Files.write(folder.resolve("query.pickle"), dump);
    CommandLineRun run = brine("sql", file.toString(), "--metadata", METADATA, "--format", "json");

    JsonNode error = run.json().get(0).get("error");
    assertThat(error.get("kind").textValue()).isEqualTo("malformed");
    assertThat(error.get("message").textValue())
        .contains("sqlalchemy.orm.query.Query")
        .contains("has no '_raw_columns'");
  }

  @Test
  void damagedMetadataIsNoFaultOfTheDumps() throws IOException {
    Path metadata = Files.writeString(folder.resolve("damaged.pickle"), "junk");
    CommandLineRun run = brine("sql", REPORT, "--metadata", metadata.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("brine: " + metadata);
  }

  @Test
  void aUrlOfSqlalchemysIsWrongUsage() {
    CommandLineRun run = brine("run", REPORT, "--metadata", METADATA, "--url", "sqlite:///shop.db");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is no JDBC URL").contains("jdbc:sqlite:");
  }

  @Test
  void theDemoGoesTheWholeWay() {
    CommandLineRun run = brine("demo");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("def report():", "a select, written by SQLAlchemy 2.0")
        .contains("FROM users JOIN orders", "wendy       1  120.25")
        .contains("0: PROTO", "FROM users\n", "(2 rows)")
        .contains("brine run my.pickle");
  }
}
