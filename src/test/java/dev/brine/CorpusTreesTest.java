package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.brine.catalog.PickledMetaData;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.TreePrinter;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A query that several builds dumped is read as the same tree from each dump as from that of
 * 2.0.52, unless it is listed with what the series built otherwise.
 */
class CorpusTreesTest {

  private static final String PRESENT = "2_0_52-py311";

  /** How many trees are equal at least; may only grow. */
  private static final int EQUAL = 7680;

  private final Set<String> differing = new TreeSet<>();
  private int equal;

  @Test
  void allBuildsTellTheSameTree() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    assumeThat(open.isPresent() && tables.isPresent()).as(Corpus.ABSENT).isTrue();
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    Map<String, String> present = new HashMap<>();
    for (Path dump : Corpus.dumps(open.orElseThrow(), PRESENT)) {
      ClauseElement element = Corpus.read(dump, metadata);
      if (element != null) {
        present.put(RecordedQueries.query(dump), tree(element));
      }
    }

    for (Path dump : Corpus.dumps(open.orElseThrow(), ".*")) {
      String wanted = present.get(RecordedQueries.query(dump));
      ClauseElement element = wanted == null ? null : Corpus.read(dump, metadata);
      if (element != null) {
        compare(dump, tree(element), wanted);
      }
    }

    assertThat(differing).isEqualTo(listed());
    assertThat(equal).isGreaterThanOrEqualTo(EQUAL);
  }

  private void compare(Path dump, String actual, @Nullable String wanted) {
    if (actual.equals(wanted)) {
      equal++;
    } else {
      differing.add(RecordedQueries.query(dump));
    }
  }

  private static String tree(ClauseElement element) {
    return BuiltOtherwise.leveled(TreePrinter.print(element));
  }

  /** One that is listed and does not differ any more has to be struck. */
  private static Set<String> listed() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(CorpusTreesTest.class.getResourceAsStream("other-trees.txt"))) {
      List<String> lines =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      return new TreeSet<>(lines);
    }
  }
}
