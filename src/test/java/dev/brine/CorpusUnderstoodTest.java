package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every dump of every series is understood whole, without a mapping, but for those that are listed
 * with a reason.
 */
class CorpusUnderstoodTest {

  @Test
  void allButWhatIsListedIsUnderstood() throws IOException {
    Optional<Path> open = Corpus.open();
    assumeThat(open).as(Corpus.ABSENT).isPresent();
    Set<String> opaque = new TreeSet<>();

    for (Path dump : Corpus.dumps(open.orElseThrow(), ".*")) {
      Object loaded = new PlaceholderDeserializer().loads(FixtureDumps.bytes(dump));
      for (String part : FixtureDumps.opaque(loaded)) {
        opaque.add(
            "%s %s %s"
                .formatted(
                    RecordedQueries.series(dump),
                    RecordedQueries.query(dump),
                    part.replaceFirst("^(type )?([\\w.]+).*", "$2")));
      }
    }

    assertThat(opaque).isEqualTo(listed());
  }

  /** One that is listed and is understood now has to be struck. */
  private static Set<String> listed() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(
            CorpusUnderstoodTest.class.getResourceAsStream("not-understood.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
