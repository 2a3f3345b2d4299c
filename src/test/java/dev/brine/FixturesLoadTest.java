package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps by real SQLAlchemy 2.0 are read, written and read again. */
class FixturesLoadTest {

  /** May only grow: of 3838 dumps, those without an opaque part. */
  private static final int UNDERSTOOD = 3750;

  @Test
  void nearlyAllIsUnderstood() {
    List<Path> dumps = FixtureDumps.in(Shop.GOOD);

    assertThat(dumps)
        .filteredOn(dump -> FixtureDumps.opaque(load(dump)).isEmpty())
        .hasSizeGreaterThanOrEqualTo(UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whatIsWrittenIsReadAgain(int protocol) {
    for (Path dump : FixtureDumps.in(Shop.GOOD)) {
      if (dump.toString().endsWith(".p" + protocol + ".pickle")) {
        Object loaded = load(dump);

        byte[] written = ExpressionSerializer.dumps(loaded, protocol);
        Object again = ExpressionSerializer.loads(written, Shop.METADATA);

        assertThat(again).as(dump.toString()).hasToString(loaded.toString());
        assertThat(ExpressionSerializer.dumps(again, protocol))
            .as(dump.toString())
            .isEqualTo(written);
      }
    }
  }

  static List<Path> equivs() throws Exception {
    try (Stream<Path> sets = Files.list(FixtureDumps.FOLDER.resolve("equivs"))) {
      return sets.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("equivs")
  void whatMeansTheSameIsEqual(Path set) {
    List<Object> loaded = FixtureDumps.in(set).stream().map(FixturesLoadTest::load).toList();

    assertThat(loaded).hasSizeGreaterThan(1).allMatch(loaded.get(0)::equals);
  }

  private static Object load(Path dump) {
    return ExpressionSerializer.loads(FixtureDumps.bytes(dump), Shop.METADATA);
  }
}
