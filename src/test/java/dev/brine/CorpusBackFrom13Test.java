package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brine.catalog.PickledMetaData;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.orm.ScopedSession;
import dev.brine.schema.MetaData;
import dev.brine.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A query of the ORM that was moved to 1.3, where it is written as calls of methods, is read again
 * as the query that it was.
 */
class CorpusBackFrom13Test {

  private static final DumpOptions TO_1_3 = DumpOptions.DEFAULT.withSeries(Series.V1_3);

  /** How many queries are read back at least; may only grow. */
  private static final int FLOOR = 518;

  @Test
  void queriesAreReadBack() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    assumeTrue(open.isPresent() && tables.isPresent(), Corpus.ABSENT);
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    Map<String, String> otherwise = new TreeMap<>();
    int same = 0;

    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      LoadOptions options =
          LoadOptions.NONE
              .withMappers(ZooModels.mappers(metadata))
              .withScopedSession(ScopedSession.of(engine));
      for (Path dump : Corpus.dumps(open.orElseThrow(), "(1_3_24|1_4_54|2_0_52|2_1_0).*")) {
        ClauseElement element = CorpusOrmTest.element(dump, options);
        byte[] moved = element == null ? null : moved(dump);
        if (element != null && moved != null) {
          String wanted = CorpusOrmTest.compile(element, "default");
          String got = compiled(moved, options);
          if (wanted.equals(got)) {
            same++;
          } else {
            otherwise.put(dump.toString(), got + "\n  instead of " + wanted);
          }
        }
      }
    }

    assertThat(otherwise).isEmpty();
    assertThat(same).isGreaterThanOrEqualTo(FLOOR);
  }

  /** Null for what 1.3 cannot say. */
  private static byte @Nullable [] moved(Path dump) {
    try {
      Object loaded = new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump));
      return ExpressionSerializer.dumps(loaded, TO_1_3);
    } catch (UnsupportedConstructException unsayable) {
      return null;
    }
  }

  private static String compiled(byte[] dump, LoadOptions options) {
    try {
      Object loaded = ExpressionSerializer.loads(dump, options);
      ClauseElement element = GoodFixture.element(loaded);
      return element == null ? String.valueOf(loaded) : CorpusOrmTest.compile(element, "default");
    } catch (BrineException refusal) {
      return refusal.toString();
    }
  }
}
