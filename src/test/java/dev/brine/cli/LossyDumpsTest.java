package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.Music;
import dev.brine.OrmFixture;
import dev.brine.SeriesFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that loads a dump tells what SQLAlchemy lost in writing it. */
class LossyDumpsTest {

  private static final String CATALOGUE = "python-fixtures/mapping/2.0.58/catalogue.json";
  private static final String LOST = "SQLAlchemy probably lost that the join along Band.albums";
  private static final String REFUSED = "SQLAlchemy lost that the loader option on Musician";

  @TempDir Path folder;

  private String joined = "";
  private String optioned = "";

  @BeforeEach
  void writeDumps() throws IOException {
    joined = dump("orm_joins_select_of_type_aliased");
    optioned = dump("orm_loaders_select_polymorphic_attribute");
  }

  private String dump(String name) throws IOException {
    return dump("2.0", name);
  }

  private String dump(String series, String name) throws IOException {
    OrmFixture fixture =
        OrmFixture.of(series).filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return Files.write(folder.resolve(name + ".pickle"), fixture.dump()).toString();
  }

  @Test
  void inspectPrintsItAmongTheRest() throws IOException {
    assertThat(brine("inspect", joined).out()).contains("\nlossy       " + LOST);
    assertThat(brine("inspect", joined).err()).isEmpty();

    JsonNode lossy = brine("inspect", "--format", "json", joined).json().get(0).get("lossy");
    assertThat(lossy).hasSize(1);
    assertThat(lossy.get(0).get("kind").textValue()).isEqualTo("join_of_type");
    assertThat(lossy.get(0).get("certain").booleanValue()).isFalse();
    assertThat(lossy.get(0).get("where").textValue()).isEqualTo("Band.albums");
    assertThat(lossy.get(0).get("hint").textValue()).contains("join(alias, attribute)");
  }

  @Test
  void theOthersWarnBesideTheirOutput() {
    String out = folder.resolve("new.pickle").toString();

    assertWarns(brine("migrate", joined, "--out", out));
    assertWarns(brine("sql", joined, "--metadata", CATALOGUE));
    assertWarns(brine("run", joined, "--metadata", CATALOGUE, "--url", Music.URL));
  }

  @Test
  void aStrictMigrationRefusesIt() {
    Path out = folder.resolve("new.pickle");

    CommandLineRun run = brine("migrate", joined, "--strict", "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(LOST + " was to an alias, of_type(…); nothing is written");
    assertThat(out).doesNotExist();
  }

  private static void assertWarns(CommandLineRun run) {
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("lost");
    assertThat(run.err()).contains("warning: " + LOST).contains("\n  hint: ").hasLineCount(2);
  }

  @Test
  void aFailureIsExplainedByIt() throws IOException {
    CommandLineRun text = brine("sql", optioned, "--metadata", CATALOGUE);
    JsonNode json =
        brine("sql", "--format", "json", optioned, "--metadata", CATALOGUE).json().get(0);

    assertThat(text.exitCode()).isEqualTo(1);
    assertThat(text.err()).contains("warning: " + REFUSED);
    assertThat(json.has("error")).isTrue();
    assertThat(json.get("lossy").get(0).get("certain").booleanValue()).isTrue();
  }

  @Test
  void anOptionThatCanBeOnOneAliasOnlyIsOnThat() throws IOException {
    String aliased = dump("orm_loaders_select_aliased_joined");

    CommandLineRun run = brine("sql", aliased, "--metadata", CATALOGUE);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("FROM bands AS bands_1 LEFT OUTER JOIN albums AS albums_1");
  }

  @Test
  void whatIsNotUnderstoodIsNotCalledSound() throws IOException {
    String former = dump("1.4", "orm_joins_query_aliased_flag");

    JsonNode json = brine("inspect", "--format", "json", former).json().get(0);
    assertThat(json.get("kind").textValue()).isEqualTo("ORM query");
    assertThat(json.has("lossy")).isFalse();
  }

  @Test
  void aSoundDumpLostNothing() throws IOException {
    String sound = dump("orm_joins_select_to_aliased");

    assertThat(brine("sql", sound, "--metadata", CATALOGUE).err()).isEmpty();
    assertThat(brine("inspect", sound).out()).doesNotContain("lossy");
    assertThat(brine("inspect", "--format", "json", sound).json().get(0).get("lossy")).isEmpty();
  }

  @Test
  void whatMeansSomethingElseWhereItIsMovedToIsToldAndRefusedIfThatIsAskedFor() throws IOException {
    SeriesFixture quotient =
        SeriesFixture.of("1.4", SeriesFixture.recordedBuild("1.4"))
            .filter(each -> each.name().equals("operators_divide_columns"))
            .findFirst()
            .orElseThrow();
    String file = Files.write(folder.resolve("quotient.pickle"), quotient.dump()).toString();
    String out = folder.resolve("moved.pickle").toString();

    assertThat(brine("migrate", file, "--to", "1.3", "--strict", "--out", out).err()).isEmpty();
    assertThat(brine("migrate", file, "--to", "2.0", "--out", out).err())
        .contains("the move may change typed.i / typed.si, which up to 1.4 ");
    Files.delete(Path.of(out));
    assertThat(brine("migrate", file, "--to", "portable", "--strict", "--out", out).exitCode())
        .isEqualTo(1);
    assertThat(Path.of(out)).doesNotExist();
  }
}
