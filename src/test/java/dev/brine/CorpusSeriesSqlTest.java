package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.catalog.PickledMetaData;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.schema.MetaData;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every dump of another series than 2.0 that is understood compiles to what 2.0 prints of the same
 * query; where a series built another tree, to what that series printed of it, {@linkplain
 * PrintedOtherwise but for the ways of compilers}.
 */
class CorpusSeriesSqlTest {

  private static final String OTHER_SERIES = "(?!2_0_).*";

  /** How many dumps of each series are compiled at least; may only grow. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("0_6", 336),
          Map.entry("0_7", 363),
          Map.entry("0_8", 269),
          Map.entry("0_9", 408),
          Map.entry("1_0", 412),
          Map.entry("1_1", 452),
          Map.entry("1_2", 464),
          Map.entry("1_3", 716),
          Map.entry("1_4", 2070),
          Map.entry("2_1", 283));

  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> compiled = new TreeMap<>();

  @Test
  void everySeriesMeansTheSameSql() throws IOException {
    Optional<Path> open = Corpus.open();
    Optional<Path> tables = Corpus.file("metadata-2.0.pickle");
    assumeThat(open.isPresent() && tables.isPresent()).as(Corpus.ABSENT).isTrue();
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(tables.orElseThrow()));
    RecordedQueries recorded = new RecordedQueries(open.orElseThrow());

    for (Path dump : Corpus.dumps(open.orElseThrow(), OTHER_SERIES)) {
      ClauseElement element = Corpus.read(dump, metadata);
      JsonNode own = recorded.own(dump);
      if (element != null && own.hasNonNull("sql")) {
        compiled.merge(RecordedQueries.series(dump), 1, Integer::sum);
        compare(dump, compile(element, own.path("dialect").asText()), own, recorded.present(dump));
      }
    }

    assertThat(differences).isEmpty();
    FLOORS.forEach(
        (series, floor) ->
            assertThat(compiled)
                .hasEntrySatisfying(series, n -> assertThat(n).isGreaterThanOrEqualTo(floor)));
  }

  private void compare(Path dump, String actual, JsonNode own, JsonNode present) {
    boolean isAsNow = present.hasNonNull("sql") && actual.equals(RecordedQueries.text(present));
    String before = RecordedQueries.text(own);
    if (!isAsNow && !PrintedOtherwise.leveled(actual).equals(PrintedOtherwise.leveled(before))) {
      differences.add(dump + ": " + actual + "\n  instead of " + before);
    }
  }

  /** The SQL and its parameters, each with what Python would show of its value. */
  static String compile(ClauseElement element, String dialect) {
    try {
      Compiled compiled = SqlCompiler.compile(element, Dialect.named(dialect));
      List<String> params = new ArrayList<>();
      compiled.params().forEach((name, value) -> params.add(name + "=" + PythonRepr.of(value)));
      return compiled.sql() + " " + params.stream().sorted().toList();
    } catch (BrineException refusal) {
      return refusal.toString();
    }
  }
}
