package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brine.Corpus;
import dev.brine.pickle.Fixtures.Row;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CPython 3 wrote is written again to the byte. */
class ByteIdentityTest {

  /** One of the values is an int of 600,000 bits. */
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT.with(Limit.MAX_DIGITS, 200_000);

  /**
   * CPython 3.13 does not memoise the parts of a nested name below protocol 4; 3.8 to 3.12 do, and
   * so does the writer. Both load everywhere.
   */
  static final Set<String> SPELT_DIFFERENTLY =
      Set.of(
          "values-py313-p2 class nested",
          "values-py313-p3 class nested",
          "shapes-py313-p2 keywords",
          "shapes-py313-p3 keywords");

  static List<String> sources() {
    return Fixtures.sources("(values|shapes)-py3.*-p[2-5]");
  }

  static List<Row> large() {
    return Fixtures.rows("large-py3.*");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void readingAndWritingGivesTheSameBytes(String source) {
    for (Row row : Fixtures.rows(source)) {
      byte[] again = rewrite(row.pickle());

      if (SPELT_DIFFERENTLY.contains(row.toString())) {
        assertThat(again).as("known to differ: " + row).isNotEqualTo(row.pickle());
      } else {
        assertThat(PickleLines.of(again)).as(row.name()).isEqualTo(PickleLines.of(row.pickle()));
        assertThat(again).as(row.name()).isEqualTo(row.pickle());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("large")
  void framesAreCutWherePythonCutsThem(Row row) throws Exception {
    byte[] pickle = new PythonPickler(row.protocol()).dumps(largeGraph(row.name()));

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(pickle);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(row.cells().get(1));
    assertThat(rewrite(pickle)).isEqualTo(pickle);
  }

  /** The graph of what {@code make_values.py} calls so. */
  private static Object largeGraph(String name) {
    return switch (name) {
      case "text of 65535" -> "x".repeat(65535);
      case "text of 65536" -> "x".repeat(65536);
      case "texts around frames" ->
          PyList.of(1L, "x".repeat(70000), 2L, "y".repeat(65535), "z".repeat(65536), 3L);
      case "wide text" -> PyList.of("é".repeat(40000));
      case "int of 600000 bits" -> PyList.of(BigInteger.ONE.shiftLeft(600000), "x");
      case "many small values" -> {
        PyList list = new PyList();
        for (long i = 0; i < 20000; i++) {
          list.add(PyList.of(i, (double) i));
        }
        yield list;
      }
      default -> throw new IllegalArgumentException("no graph for " + name);
    };
  }

  @Test
  void everyDumpOfTheCorpusByPython3IsWrittenAgainToTheByte() throws IOException {
    Optional<Path> open = Corpus.open();
    assumeTrue(open.isPresent(), Corpus.ABSENT);
    List<Path> different = new ArrayList<>();
    int compared = 0;

    for (Path file : Corpus.dumps(open.get(), ".*-py3.*")) {
      byte[] dump = Files.readAllBytes(file);
      if (new PythonUnpickler().read(dump).protocol() >= 2) {
        compared++;
        if (!Arrays.equals(rewrite(dump), dump)) {
          different.add(file);
        }
      }
    }

    assertThat(different).isEmpty();
    assertThat(compared).as("dumps compared").isGreaterThan(5000);
  }

  @Test
  void everyDumpOfTheCorpusReadsTheSameAfterRewritingInEveryProtocol() throws IOException {
    Optional<Path> open = Corpus.open();
    assumeTrue(open.isPresent(), Corpus.ABSENT);

    for (Path file : Corpus.dumps(open.get(), "(0_7_10-py27|1_1_18-py36|2_0_52-py311)")) {
      Object graph = new PythonUnpickler().loads(Files.readAllBytes(file));
      byte[] expected = new PythonPickler(5).dumps(graph);
      for (int protocol = 4; protocol <= 5; protocol++) {
        byte[] rewritten = new PythonPickler(protocol).dumps(graph);
        byte[] again = new PythonPickler(5).dumps(new PythonUnpickler().loads(rewritten));
        assertThat(again).as("%s through protocol %d", file, protocol).isEqualTo(expected);
      }
    }
  }

  private static byte[] rewrite(byte[] pickle) {
    LoadedPickle loaded = new PythonUnpickler(LIMITS).read(pickle);
    return new PythonPickler(loaded.protocol()).dumps(loaded.value());
  }
}
