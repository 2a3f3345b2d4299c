package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class ScanCommandTest {

  private static final String REPORT = "python-fixtures/demo/report.pickle";
  private static final String WRAPPED = "python-fixtures/wrapped/";
  private static final String HOSTILE = "<script>alert(1)</script>&\u001b[2J.pickle";

  @TempDir Path folder;

  private static JsonNode json(CommandLineRun run) throws IOException {
    return new JsonMapper().readTree(run.out());
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("saved.sqlite");
  }

  /** Rows with the dump as bytes, as text, not at all, broken. */
  private void fill() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE saved (id INTEGER PRIMARY KEY, body, active INTEGER)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO saved (body, active) VALUES (?, ?)")) {
        insert(insert, Files.readAllBytes(Path.of(REPORT)), 1);
        insert(insert, Files.readString(Path.of(WRAPPED, "json")), 1);
        insert(insert, null, 1);
        insert(insert, "gASV!", 1);
        insert(insert, "gASV?", 0);
      }
    }
  }

  private static void insert(PreparedStatement insert, @Nullable Object body, int active)
      throws SQLException {
    insert.setObject(1, body);
    insert.setInt(2, active);
    insert.execute();
  }

  @Test
  void ofAFolderWhatWasWrittenAsJsonCountsToo() {
    String json = folder.resolve("report.json").toString();
    assertThat(brine("migrate", REPORT, "--to", "json", "--out", json).exitCode()).isZero();

    CommandLineRun run = brine("scan", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("1 dump, ")
        .contains("JSON form  1  100.0 %")
        .contains("users");
  }

  @Test
  void filesAreSummedUp() {
    CommandLineRun run = brine("scan", REPORT, WRAPPED + "gzip", WRAPPED + "json_in_gzip");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("3 dumps, 7.5 KiB in all; none failed\n")
        .contains(
            """

            Series: which SQLAlchemy can have written them
              2.0  3  100.0 %  ########################

            Protocols: pickle protocols
              5  3  100.0 %  ########################

            Kinds: what they hold
              select  3  100.0 %  ########################

            Wrappings: what is around them, the outermost first
              gzip                1   33.3 %  ########################
              gzip, json, base64  1   33.3 %  ########################
              none                1   33.3 %  ########################

            Tables: tables they refer to, by key
              orders  3  100.0 %  ########################
              users   3  100.0 %  ########################

            """);
  }

  @Test
  void failuresAreGroupedByReason() throws IOException {
    Files.write(folder.resolve("a.pickle"), new byte[] {(byte) 0x80, 4, 'Q'});
    Files.write(folder.resolve("b.pickle"), new byte[] {(byte) 0x80, 4, 'N', 'Q'});
    Files.copy(Path.of(REPORT), folder.resolve("c.pickle"));

    CommandLineRun run = brine("scan", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("3 dumps, 3.2 KiB in all; 2 failed\n");
    assertThat(run.out()).contains("\n1 dump failed (malformed): ");
    assertThat(run.out()).contains("\n  " + folder.resolve("a.pickle") + "\n");
  }

  @Test
  void aColumnOfADatabaseIsSummedUp() throws Exception {
    fill();

    CommandLineRun run =
        brine("scan", "--url", url(), "--table", "saved", "--column", "body", "--format", "json");

    JsonNode json = json(run);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(json.get("dumps").intValue()).isEqualTo(4);
    assertThat(json.get("failed").intValue()).isEqualTo(2);
    assertThat(json.get("absent").intValue()).isEqualTo(1);
    assertThat(json.get("wrappings").toString())
        .isEqualTo("[{\"name\":\"json, base64\",\"dumps\":1},{\"name\":\"none\",\"dumps\":1}]");
    assertThat(json.get("failures").toString())
        .isEqualTo(
            "[{\"kind\":\"malformed\",\"reason\":\"the base64 is broken: '…' stands at character"
                + " N\",\"dumps\":2,\"hint\":\"these are not the bytes that were dumped: look for"
                + " what cut, decoded or changed them\",\"examples\":[{\"name\":\"id=4\","
                + "\"message\":\"the base64 is broken: '!' stands at character 4\"},"
                + "{\"name\":\"id=5\",\"message\":\"the base64 is broken: '?' stands at character"
                + " 4\"}]}]");
  }

  @Test
  void onlyTheRowsAskedForAreRead() throws Exception {
    fill();

    CommandLineRun run =
        brine(
            "scan",
            "--url",
            url(),
            "--table",
            "saved",
            "--column",
            "body",
            "--key",
            "id",
            "--where",
            "active = 0",
            "--format",
            "json");

    assertThat(json(run).get("dumps").intValue()).isEqualTo(1);
  }

  @Test
  void aListOfInstancesHoldsRows() throws IOException {
    Path rows = Path.of("python-fixtures/good/2.0/orm/rows.jsonl");
    JsonNode first = new JsonMapper().readTree(Files.readAllLines(rows).get(0));
    Path dump = folder.resolve("rows.pickle");
    Files.write(dump, first.get("dumps").get("5").binaryValue());

    JsonNode json = json(brine("scan", dump.toString(), "--format", "json"));

    assertThat(json.get("kinds").toString()).isEqualTo("[{\"name\":\"rows\",\"dumps\":1}]");
  }

  @Test
  void whatTheMetadataLacksIsAFailure() throws IOException {
    Path catalogue = folder.resolve("other.json");
    Files.writeString(catalogue, "{\"brine-catalogue\": 1, \"tables\": []}");

    CommandLineRun run =
        brine("scan", REPORT, "--metadata", catalogue.toString(), "--format", "json");

    JsonNode failure = json(run).get("failures").get(0);
    assertThat(failure.get("kind").textValue()).isEqualTo("metadata");
    assertThat(failure.get("reason").textValue()).isEqualTo("the metadata has no table '…'");
    assertThat(json(run).get("kinds").toString()).isEqualTo("[{\"name\":\"select\",\"dumps\":1}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format json                                  | scan needs either files and folders",
        "x.pickle --url jdbc:sqlite: --table t --column c | scan needs either files and folders",
        "--url sqlite:x --table t --column c            | 'sqlite:x' is no JDBC URL",
        "--url jdbc:sqlite: --table t                   | Error: Missing required argument(s):"
            + " --column",
        "x.pickle --threads 0                           | --threads must be positive, was 0",
      })
  void wrongUsageIsNamed(String arguments, String message) {
    CommandLineRun run = brine(("scan " + arguments).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("brine: " + message);
  }

  @Test
  void everyFieldIsDocumented() throws Exception {
    String documentation = Files.readString(Path.of("docs/scan.md"));

    JsonNode json = json(brine("scan", REPORT, WRAPPED + "zlib_0", "--format", "json"));

    assertThat(json.properties())
        .hasSizeGreaterThan(15)
        .allSatisfy(each -> assertThat(documentation).contains("`" + each.getKey() + "`"));
    assertThat(json.get("stored").properties())
        .allSatisfy(each -> assertThat(documentation).contains("`" + each.getKey() + "`"));
  }

  @Test
  void thePageIsWholeAndSafe() throws Exception {
    Path hostile = Files.write(folder.resolve(HOSTILE.replace("/", "")), new byte[] {'?'});
    Path page = folder.resolve("scan.html");

    brine("scan", REPORT, hostile.toString(), "--html", page.toString());

    String html = Files.readString(page);
    assertThat(html).doesNotContain("<script", "http:", "https:", "url(", "@import", "\u001b");
    assertThat(parsed(html).getElementsByTagName("svg").getLength()).isGreaterThan(6);
    assertThat(parsed(html).getElementsByTagName("th").item(0).getTextContent())
        .endsWith("<script>alert(1)<script>&\ufffd[2J.pickle");
  }

  /** The page is XML, too, so that a parser of the JDK can tell whether it is well-formed. */
  private static Document parsed(String html) throws Exception {
    String xml = html.replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void terminalsAreNotPlayedTricksOn() throws IOException {
    Path hostile = Files.write(folder.resolve(HOSTILE.replace("/", "")), new byte[] {'?'});

    assertThat(brine("scan", hostile.toString()).out()).doesNotContain("\u001b");
  }
}
