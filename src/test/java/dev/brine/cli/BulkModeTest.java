package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.catalog.MetaDataSource;
import dev.brine.codec.Inspection;
import dev.brine.expr.Select;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code brine migrate --url}. */
class BulkModeTest {

  private static final String METADATA = "python-fixtures/good/2.0/metadata.pickle";

  @TempDir Path folder;

  private String url = "";

  /** 1 is a dump, 2 is none, 3 is NULL, 4 is a dump in base64 and text. */
  @BeforeEach
  void createTable() throws IOException, SQLException {
    url = "jdbc:sqlite:" + folder.resolve("shop.db");
    byte[] report = Files.readAllBytes(Path.of("python-fixtures/demo/report.pickle"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body, sql TEXT)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO saved_query (id, body) VALUES (?, ?)")) {
        List<Object> bodies = new ArrayList<>();
        bodies.add(report);
        bodies.add("hello".getBytes(StandardCharsets.UTF_8));
        bodies.add(null);
        bodies.add(Base64.getEncoder().encodeToString(report));
        for (int i = 0; i < bodies.size(); i++) {
          insert.setInt(1, i + 1);
          insert.setObject(2, bodies.get(i));
          insert.executeUpdate();
        }
      }
    }
  }

  private CommandLineRun migrate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("migrate", "--url", url, "--table", "saved_query", "--column", "body"));
    arguments.addAll(List.of(more));
    return brine(arguments.toArray(String[]::new));
  }

  private List<Object> column(String name) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT " + name + " FROM saved_query ORDER BY id")) {
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
    }
    return values;
  }

  @Test
  void withoutWriteItOnlyTells() throws SQLException {
    List<Object> before = column("body");

    CommandLineRun run = migrate("--to", "2.1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            4 rows
              2 would be migrated
              1 is NULL
              1 failed and stays as it is
            nothing was written; --write does it
            """);
    assertThat(run.err()).startsWith("brine: id=2: ").hasLineCount(2);
    assertThat(column("body")).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void dumpsBecomeOthersInTheirWrappings() throws SQLException {
    CommandLineRun run = migrate("--to", "2.1", "--protocol", "2", "--write");

    assertThat(run.out()).contains("2 migrated", "1 failed");
    List<Object> after = column("body");
    assertThat(Inspection.of((byte[]) after.get(0)).protocol()).isEqualTo(2);
    assertThat((byte[]) after.get(1)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    assertThat(after.get(2)).isNull();
    byte[] unwrapped = Base64.getDecoder().decode((String) after.get(3));
    assertThat(unwrapped).isEqualTo(after.get(0));
    assertThat(ExpressionSerializer.loads(unwrapped, MetaDataSource.open(METADATA)))
        .isInstanceOf(Select.class);
  }

  @Test
  void onceMoreChangesNothing() {
    migrate("--write");

    assertThat(migrate("--write").out()).contains("2 are as they should be already");
    assertThat(migrate().out()).doesNotContain("would be migrated");
  }

  @Test
  void sqlGoesIntoAnotherColumn() throws SQLException {
    CommandLineRun run =
        migrate("--to", "sql", "--dialect", "mysql", "--into", "sql", "--write", "--where", "id<4");

    assertThat(run.out()).startsWith("3 rows\n  1 migrated\n");
    assertThat(column("sql").get(0))
        .asString()
        .startsWith("SELECT users.name")
        .contains("IN ('paid', 'shipped')");
    assertThat(column("sql").subList(1, 4)).containsOnlyNulls();
  }

  @Test
  void bytesStayBytesAsJsonAndBack() throws SQLException {
    List<Object> storage = column("typeof(body)");

    migrate("--to", "json", "--write");
    List<Object> storageOfJson = column("typeof(body)");
    migrate("--to", "2.0", "--write");

    assertThat(storage).containsExactly("blob", "blob", "null", "text");
    assertThat(storageOfJson).isEqualTo(storage);
    assertThat(column("typeof(body)")).isEqualTo(storage);
    assertThat(Inspection.of((byte[]) column("body").get(0)).protocol()).isEqualTo(5);
  }

  @Test
  void aColumnDeclaredForBytesTakesBytes() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE saved_query ADD COLUMN form BLOB");
    }

    migrate("--to", "json", "--into", "form", "--write");

    assertThat(column("typeof(form)")).containsExactly("blob", "null", "null", "blob");
  }

  @Test
  void sqlInPlaceIsNotMigratedAgain() throws SQLException {
    migrate("--to", "sql", "--metadata", METADATA, "--write");
    CommandLineRun run = migrate("--to", "sql", "--metadata", METADATA, "--write");

    assertThat(run.out()).startsWith("4 rows\n  2 migrated\n");
    assertThat(run.err())
        .startsWith("brine: goes on after id=4, where an earlier run ended")
        .contains("brine: id=2: ");
    assertThat(column("body").get(3)).asString().startsWith("SELECT users.name");
  }

  @Test
  void aProgramGetsALineForEachFailureAndOneMore() throws IOException {
    List<JsonNode> lines = migrate("--format", "json").json();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("key").toString()).isEqualTo("{\"id\":2}");
    assertThat(lines.get(0).get("what").textValue()).isEqualTo("failed");
    assertThat(lines.get(0).get("kind").textValue()).isEqualTo("malformed");
    assertThat(lines.get(1).toString())
        .isEqualTo(
            "{\"summary\":{\"written\":false,\"rows\":4,\"migrated\":2,\"unchanged\":0,\"nulls\":1,"
                + "\"failed\":1,\"changed_meanwhile\":0,\"warnings\":0}}");
  }

  @Test
  void aFileTakesTheReport() throws IOException {
    Path report = folder.resolve("report.jsonl");

    migrate("--report", report.toString(), "--write");

    assertThat(report)
        .content()
        .startsWith("{\"key\":{\"id\":2},\"what\":\"failed\"")
        .hasLineCount(1);
  }

  @Test
  void wrappingsCanBeLeftAlone() {
    assertThat(migrate("--raw").out()).contains("2 failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "migrate --url jdbc:sqlite:x | brine: Error: Missing required argument(s): --table=T",
        "migrate --url jdbc:sqlite:x --table t | brine: Error: Missing required argument(s):"
            + " --column",
        "migrate --url sqlite:x --table t --column c | brine: 'sqlite:x' is no JDBC URL",
        "migrate x --write | brine: --into, --write, --restart and --report are for a database",
        "migrate x --url jdbc:sqlite:x --table t --column c | brine: --url goes with a column of a"
            + " database",
        "migrate | brine: Missing required parameter: 'DUMP', or --url",
        "migrate x | brine: Missing required option: '--out=FILE_OR_DIR'",
      })
  void wrongUsageIsToldApart(String line, String message) {
    CommandLineRun run = brine(line.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith(message).hasLineCount(2);
  }

  @Test
  void whatTheDatabaseLacksIsNamed() {
    assertThat(migrate("--key", "idd").err())
        .isEqualTo(
            "brine: the table saved_query has no column 'idd'\n  hint: the nearest is 'id'\n");
    assertThat(migrate("--key", "idd").exitCode()).isEqualTo(2);
  }
}
