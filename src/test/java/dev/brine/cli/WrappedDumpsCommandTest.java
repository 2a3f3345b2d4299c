package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.wrapping.Wrapped;
import dev.brine.wrapping.Wrappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command takes dumps out of their wrappings, unless it is told not to. */
class WrappedDumpsCommandTest {

  private static final String WRAPPED = "python-fixtures/wrapped/";
  private static final String METADATA = "python-fixtures/good/2.0/metadata.pickle";
  private static final String URL = "jdbc:sqlite:python-fixtures/good/2.0/data.sqlite";
  private static final String REPORT = "python-fixtures/demo/report.pickle";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                  | gzip",
        "base64_mime           | base64 (in lines of 76)",
        "bytea_zlib            | bytea (\\x…), zlib",
        "json_in_gzip          | gzip, json ($.query), base64",
        "hex_base64_bz2_pickle | hex, base64, bz2, pickle (protocol 4, bytes)",
      })
  void inspectNamesTheWrappings(String file, String wrappings) {
    CommandLineRun run = brine("inspect", WRAPPED + file);

    assertThat(run.out())
        .startsWith(
            "written by  SQLAlchemy 2.0, pickle protocol 5\nwrapped in  " + wrappings + "\n");
  }

  @Test
  void inspectNamesTheWrappingsForPrograms() throws IOException {
    CommandLineRun run = brine("inspect", "--format", "json", WRAPPED + "json", REPORT);

    JsonNode wrapped = run.json().get(0);
    assertThat(wrapped.get("wrappings").toString())
        .isEqualTo(
            "[{\"kind\":\"json\",\"details\":\"$.query\"},{\"kind\":\"base64\",\"details\":\"\"}]");
    assertThat(run.json().get(1).get("wrappings")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "inspect", "rows"})
  void rawTakesTheFileForTheDump(String command) {
    CommandLineRun run = brine(command, "--raw", WRAPPED + "gzip");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("0x1f at offset 0");
  }

  @Test
  void aBrokenWrappingIsAFailureOfThatDump() throws IOException {
    Path cut = folder.resolve("cut.pkl.gz");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(Path.of(WRAPPED, "gzip")), 500));

    CommandLineRun run = brine("inspect", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(
            "brine: " + cut + ": the gzip is broken: Unexpected end of ZLIB input stream\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bytea", "repr_of_repr", "pickled_twice"})
  void theSameRowsComeOut(String file) {
    CommandLineRun plain = brine("run", REPORT, "--metadata", METADATA, "--url", URL);

    CommandLineRun run = brine("run", WRAPPED + file, "--metadata", METADATA, "--url", URL);

    assertThat(run.out()).isEqualTo(plain.out()).isNotEmpty();
  }

  @Test
  void anEnvelopeWithItsTablesNeedsNoMetadata() {
    CommandLineRun plain = brine("run", REPORT, "--metadata", METADATA, "--url", URL);

    CommandLineRun run = brine("run", WRAPPED + "json", "--url", URL);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(plain.out());
  }

  @Test
  void anEnvelopeWithoutTablesDoes() {
    CommandLineRun run = brine("run", WRAPPED + "json_plain_key", "--url", URL);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("brine: run needs --metadata");
  }

  @Test
  void migrateWritesTheBareDump() throws IOException {
    brine("migrate", WRAPPED + "json_in_gzip", "--out", folder.resolve("bare").toString());

    assertThat(Wrappings.unwrap(Files.readAllBytes(folder.resolve("bare"))).isPlain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json_in_gzip", "base64_mime", "bytea", "pickled.p2", "json_nested"})
  void migrateKeepsTheWrappingIfTold(String file) throws IOException {
    Path out = folder.resolve("wrapped");
    Path bare = folder.resolve("bare");
    brine("migrate", WRAPPED + file, "--out", bare.toString());

    CommandLineRun run =
        brine("migrate", WRAPPED + file, "--keep-wrapping", "--out", out.toString());

    Wrapped before = Wrappings.unwrap(Files.readAllBytes(Path.of(WRAPPED, file)));
    Wrapped after = Wrappings.unwrap(Files.readAllBytes(out));
    assertThat(run.exitCode()).isZero();
    assertThat(after).hasToString(before.toString());
    assertThat(after.dump()).isEqualTo(Files.readAllBytes(bare));
  }

  @Test
  void whatIsNoLongerWrappedIsNotCalledSo() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(Path.of(WRAPPED, "gzip"), in.resolve("report.pkl.gz"));

    brine("migrate", in.toString(), "--out", folder.resolve("out").toString());
    brine("migrate", in.toString(), "--keep-wrapping", "--out", folder.resolve("kept").toString());

    assertThat(folder.resolve("out/report.pkl")).exists();
    assertThat(folder.resolve("kept/report.pkl.gz")).exists();
  }

  @Test
  void textIsNotWrapped() {
    CommandLineRun run =
        brine("migrate", WRAPPED + "gzip", "--to", "sql", "--keep-wrapping", "--out", "x");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("brine: --keep-wrapping is for dumps; --to sql writes text");
  }
}
