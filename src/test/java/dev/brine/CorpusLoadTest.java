package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every dump of SQLAlchemy 2.0 in the corpus is read, at every patch level. */
class CorpusLoadTest {

  private static final String BUILDS_2_0 = "2_0_.*";

  /** May only grow: of 3510 dumps, those without an opaque part. */
  private static final int UNDERSTOOD = 3443;

  @Test
  void everyDumpIsReadAndManyAreUnderstood() {
    Optional<Path> open = Corpus.open();
    assumeThat(open).as(Corpus.ABSENT).isPresent();
    List<Path> dumps = Corpus.dumps(open.orElseThrow(), BUILDS_2_0);

    assertThat(dumps).hasSizeGreaterThan(3000);
    assertThat(dumps)
        .filteredOn(dump -> FixtureDumps.opaque(load(dump)).isEmpty())
        .hasSizeGreaterThanOrEqualTo(UNDERSTOOD);
  }

  @Test
  void whatIsReadIsWrittenAndReadAgain() {
    Optional<Path> open = Corpus.open();
    assumeThat(open).as(Corpus.ABSENT).isPresent();

    for (Path dump : Corpus.dumps(open.orElseThrow(), BUILDS_2_0)) {
      byte[] written = ExpressionSerializer.dumps(load(dump));
      Object again = new PlaceholderDeserializer().loads(written);

      assertThat(ExpressionSerializer.dumps(again)).as(dump.toString()).isEqualTo(written);
    }
  }

  private static Object load(Path dump) {
    return new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump));
  }
}
