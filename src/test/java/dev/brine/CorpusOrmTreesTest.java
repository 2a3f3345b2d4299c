package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.TreePrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A query of the ORM that several builds dumped is read as the same tree from each dump as from
 * that of 2.0.52, without a mapping, unless it is listed with what the series built otherwise.
 */
class CorpusOrmTreesTest {

  private static final String PRESENT = "2_0_52-py311";

  /** How many trees are equal at least; may only grow. */
  private static final int EQUAL = 1500;

  private final Set<String> differing = new TreeSet<>();
  private int equal;

  @Test
  void allBuildsTellTheSameTree() throws IOException {
    Optional<Path> open = Corpus.open();
    assumeThat(open).as(Corpus.ABSENT).isPresent();
    Map<String, String> present = new HashMap<>();
    for (Path dump : Corpus.dumps(open.orElseThrow(), PRESENT)) {
      String tree = tree(dump);
      if (tree != null) {
        present.put(RecordedQueries.query(dump), tree);
      }
    }

    for (Path dump : Corpus.dumps(open.orElseThrow(), ".*")) {
      String wanted = present.get(RecordedQueries.query(dump));
      String actual = wanted == null ? null : tree(dump);
      if (actual != null && actual.equals(wanted)) {
        equal++;
      } else if (actual != null) {
        differing.add(RecordedQueries.series(dump) + " " + RecordedQueries.query(dump));
      }
    }

    assertThat(differing).isEqualTo(listed());
    assertThat(equal).isGreaterThanOrEqualTo(EQUAL);
  }

  /** Of what only the ORM compiles; null of anything else. */
  private static @Nullable String tree(Path dump) {
    ClauseElement element =
        GoodFixture.element(new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump)));
    return element != null && !GoodFixture.hasOpaque(element) && GoodFixture.needsMapping(element)
        ? BuiltOtherwise.leveled(TreePrinter.print(element))
        : null;
  }

  /** One that is listed and does not differ any more has to be struck. */
  private static Set<String> listed() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(
            CorpusOrmTreesTest.class.getResourceAsStream("other-orm-trees.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
