package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.Music;
import dev.brine.OrmFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries of mapped classes on the command line, by a catalogue that fits or does not. */
class OrmCommandsTest {

  private static final Path CATALOGUE = Path.of("python-fixtures/mapping/2.0.58/catalogue.json");

  @TempDir private Path folder;

  @Test
  void anEntityThatIsPrintedAlreadyIsItsIdentity() throws IOException {
    CommandLineRun run = run(CATALOGUE, "orm_eager_query_joined_two_entities", "--format", "json");

    assertThat(run.json().get(0).path("rows").toString())
        .contains("{\"entity\":\"music.bands.Band\",\"attributes\":{")
        .contains("{\"entity\":\"music.bands.Album\",\"identity\":[1]}");
  }

  @Test
  void aTableOfSeveralClassesSaysWhichARowIsOf() throws IOException {
    CommandLineRun run = run(CATALOGUE, "orm_lazy_query_subclass_columns", "--format", "csv");

    assertThat(run.out()).startsWith("entity,").contains("\nmusic.people.Musician,");
  }

  @Test
  void whatHasAnyOrIsCountedNeedsNoTrust() throws IOException {
    assertThat(run(CATALOGUE, "orm_relationships_query_any").exitCode()).isZero();
  }

  @Test
  void anUnknownRelationshipIsNamedWithTheCatalogueAndTheNearest() throws IOException {
    Path other = catalogue("(     \"(name|back_populates)\": )\"albums\"", "$1\"albumes\"");

    CommandLineRun run = run(other, "orm_eager_query_joined_where");

    assertThat(run.err())
        .contains("the class 'music.bands.Band' has no mapped attribute 'albums' in the catalogue")
        .contains("hint: the nearest is 'albumes'");
  }

  @Test
  void whatDoesNotFitIsToldAtOnceALineEach() throws IOException {
    Path other =
        catalogue("\"column\": \"bands.(country|founded)\"", "\"column\": \"bands.the_$1\"");

    CommandLineRun run = run(other, "orm_entities_query_all");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().toList())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("  music.bands.Band.country: table 'bands' has no"))
        .anyMatch(line -> line.startsWith("  music.bands.Band.founded: table 'bands' has no"));
  }

  private CommandLineRun run(Path catalogue, String fixture, String... more) throws IOException {
    OrmFixture found =
        OrmFixture.of("2.0").filter(each -> each.name().equals(fixture)).findFirst().orElseThrow();
    Path dump = Files.write(folder.resolve(fixture + ".dump"), found.dump());
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        0, List.of("run", "--metadata", catalogue.toString(), "--url", Music.URL, dump.toString()));
    return brine(arguments.toArray(String[]::new));
  }

  /** The catalogue with something else in place of what the pattern finds. */
  private Path catalogue(String from, String to) throws IOException {
    String text = Files.readString(CATALOGUE);
    return Files.writeString(folder.resolve("catalogue.json"), text.replaceAll(from, to));
  }
}
