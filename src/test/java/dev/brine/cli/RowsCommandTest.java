package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.GoodFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code brine rows} prints what is in a dump, and needs neither metadata nor a database. */
class RowsCommandTest {

  private static final Path ROWS = Path.of("python-fixtures/good/2.0/orm/rows.jsonl");
  private static final String QUERY = "python-fixtures/demo/report.pickle";

  @TempDir private Path folder;

  @Test
  void instancesAreATableOfTheirAttributes() throws IOException {
    CommandLineRun run = brine("rows", dump("tuple"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList().get(0).split(" +")).contains("id", "name", "country");
    assertThat(run.out()).contains("Ōmagatoki").endsWith("(3 rows)\n");
  }

  @Test
  void namedTuplesHaveTheirNames() throws IOException {
    CommandLineRun run = brine("rows", dump("keyed_tuples"), "--format", "csv");

    assertThat(run.out()).isEqualTo("id,name\r\n1,Harvest\r\n2,Ōmagatoki\r\n3,Nobody's\r\n");
  }

  @Test
  void instancesOfSeveralClassesSayWhichTheyAreOf() throws IOException {
    CommandLineRun run = brine("rows", dump("several_classes"));

    assertThat(run.out()).contains("music.bands.Label", "music.bands.Tag");
    assertThat(run.out().lines().toList().get(0).split(" +"))
        .startsWith("entity", "country", "name");
  }

  @Test
  void jsonHasEntitiesWithWhatWasLoaded() throws IOException {
    CommandLineRun run = brine("rows", dump("joined_and_back"), "--format", "json");

    assertThat(run.json().get(0).path("rows")).isEqualTo(line("joined_and_back").path("rows"));
  }

  @Test
  void jsonOfNamedTuplesHasTheirNames() throws IOException {
    CommandLineRun run = brine("rows", dump("same_names"), "--format", "json");

    assertThat(run.json().get(0).path("columns"))
        .isEqualTo(GoodFixture.json("[\"name\",\"name\"]"));
  }

  @Test
  void anEmptyListHasNoRows() throws IOException {
    CommandLineRun run = brine("rows", dump("empty"), "--format", "json");

    assertThat(run.json().get(0).path("rows")).isEmpty();
  }

  @Test
  void aQueryHasNoRowsAndDoesNotStopTheOthers() throws IOException {
    CommandLineRun run = brine("rows", QUERY, dump("one"), "--format", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the dump holds a Select, no rows", "hint: brine run");
    assertThat(run.json()).hasSize(2);
    assertThat(run.json().get(1).path("rows")).hasSize(1);
  }

  @Test
  void migrateWritesInstancesAsTheyWere() throws IOException {
    String dump = dump("joined");
    Path out = folder.resolve("again.pickle");

    CommandLineRun run = brine("migrate", dump, "--out", out.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(Files.readAllBytes(Path.of(dump)));
  }

  private String dump(String name) throws IOException {
    Path file = folder.resolve(name + ".pickle");
    String base64 = line(name).path("dumps").path("5").textValue();
    return Files.write(file, Base64.getDecoder().decode(base64)).toString();
  }

  private static JsonNode line(String name) throws IOException {
    List<JsonNode> lines = Files.readAllLines(ROWS).stream().map(GoodFixture::json).toList();
    return lines.stream()
        .filter(line -> line.path("name").textValue().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
