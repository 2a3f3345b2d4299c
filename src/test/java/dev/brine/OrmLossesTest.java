package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.series.Loss;
import dev.brine.series.Losses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SQLAlchemy lost in dumping is told where it can be seen, and only where it is lost. */
class OrmLossesTest {

  private static final Path RECORD = Path.of("python-fixtures", "orm-losses.txt");
  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");
  private static final LoadOptions MAPPED = mapped();

  @Test
  void nothingIsReportedOfWhatLostNothing() {
    List<String> reported =
        OrmFixture.all()
            .filter(fixture -> !fixture.isLossy())
            // The expression is lost, but the statement does not select what it would be found in.
            .filter(fixture -> !fixture.name().endsWith("from_statement_expression"))
            .filter(fixture -> !found(fixture).equals("none none"))
            .map(fixture -> fixture + ": " + found(fixture))
            .toList();

    assertThat(reported).isEmpty();
  }

  @Test
  void whatIsReportedOfTheOthersIsOnRecord() throws IOException {
    SortedMap<String, String> series = new TreeMap<>();
    OrmFixture.all()
        .filter(OrmFixture::isLossy)
        .forEach(
            fixture ->
                series.merge(
                    fixture.name() + " " + found(fixture) + " " + difference(fixture),
                    fixture.series(),
                    (one, other) -> one + " " + other));
    List<String> lines =
        series.entrySet().stream().map(line -> line.getKey() + " " + line.getValue()).toList();

    // What the record would have to be, for whoever made some be seen.
    Files.write(Path.of("target", RECORD.getFileName().toString()), lines);

    assertThat(lines).isEqualTo(recorded());
  }

  @Test
  void aJoinOfAClassToItselfIsSurelyLostAndAnAliasWithoutItsJoinProbably() {
    assertThat(losses("orm_joins_select_self_children"))
        .containsExactly(new Loss(Loss.Kind.JOIN_OF_TYPE, true, "Genre.children"));
    assertThat(losses("orm_joins_select_of_type_aliased"))
        .containsExactly(new Loss(Loss.Kind.JOIN_OF_TYPE, false, "Band.albums"));
  }

  @Test
  void aFindingSaysWhatWhereAndWhatToDo() {
    Loss loss = losses("orm_loaders_query_with_expression").get(0);

    assertThat(loss.message())
        .matches("SQLAlchemy lost the expression of with_expression\\(\\w+\\.\\w+, …\\)");
    assertThat(loss.hint()).contains("give the option again after loading");
  }

  private static List<Loss> losses(String name) {
    OrmFixture fixture =
        OrmFixture.of("2.0").filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return losses(fixture, MAPPED);
  }

  private static List<Loss> losses(OrmFixture fixture, LoadOptions options) {
    return Losses.of(ExpressionSerializer.loads(fixture.dump(), options));
  }

  /** The kinds that are found without a mapping, and with one. */
  private static String found(OrmFixture fixture) {
    return kinds(losses(fixture, Music.OPTIONS)) + " " + kinds(losses(fixture, MAPPED));
  }

  private static String kinds(List<Loss> losses) {
    return losses.isEmpty()
        ? "none"
        : losses.stream()
            .map(loss -> loss.kind().code())
            .distinct()
            .collect(Collectors.joining("+"));
  }

  /** In what the construct as it was built differs from what Python loads. */
  private static String difference(OrmFixture fixture) {
    if (fixture.isOnlyForBrine()) {
      return "unloadable";
    }
    Set<String> keys = new TreeSet<>();
    fixture.expected().path("original").fieldNames().forEachRemaining(keys::add);
    return keys.contains("sql") ? "sql" : String.join("+", keys);
  }

  private static LoadOptions mapped() {
    try {
      Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
      return Music.OPTIONS.withMetadata(catalog.metadata()).withMappers(catalog.registry());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> recorded() throws IOException {
    try (Stream<String> lines = Files.lines(RECORD)) {
      return lines.filter(line -> !line.startsWith("#")).toList();
    }
  }
}
