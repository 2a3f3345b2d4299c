package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Query;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ORM's queries, SELECTs and changes that 1.4 and 2.1 dumped compile to what that series itself
 * printed of them, in each dialect.
 */
class OrmSeriesSqlTest {

  /** What differs, each by its reason; each must still differ. */
  private static final Path GAPS = Path.of("python-fixtures", "orm-series-gaps.txt");

  private static final Path CATALOGUES = Path.of("python-fixtures", "mapping");

  private static final Set<String> KINDS = Set.of("query", "select", "change");

  private final Set<String> differing = new TreeSet<>();
  private int alike;

  /** The floors may only grow. */
  @ParameterizedTest
  @CsvSource({"1.4, 1.4.54, 1545", "2.1, 2.1.0b3, 1530"})
  void compileToTheLetter(String series, String version, int floor) throws IOException {
    Path json = CATALOGUES.resolve(version).resolve("catalogue.json");
    Catalog catalog = CatalogJson.read(Files.readString(json));
    LoadOptions options =
        Music.OPTIONS.withMetadata(catalog.metadata()).withMappers(catalog.registry());

    OrmFixture.of(series)
        .filter(fixture -> KINDS.contains(fixture.kind()))
        .filter(fixture -> !fixture.isOnlyForBrine() && !isRefusedToRefine(fixture))
        .forEach(fixture -> compare(fixture, options));

    assertThat(differing).isEqualTo(known(series));
    assertThat(alike).isGreaterThanOrEqualTo(floor);
  }

  private static Set<String> known(String series) throws IOException {
    return Files.readAllLines(GAPS).stream()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> line.substring(series.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of a query that Python refuses to refine there is no text. */
  private static boolean isRefusedToRefine(OrmFixture fixture) {
    return fixture.expected().has("refine") && fixture.forms("sql").isEmpty();
  }

  private void compare(OrmFixture fixture, LoadOptions options) {
    Object loaded = new OrmRefinement(options).load(fixture);
    if (!(loaded instanceof ClauseElement element)) {
      differing.add(fixture.name());
      return;
    }
    fixture.forms("sql").forEach(form -> compare(fixture, form, sql(element, form.dialect())));
    if (element instanceof Query query) {
      fixture
          .forms("labelled")
          .forEach(form -> compare(fixture, form, labelled(query, form.dialect())));
    }
    alike += differing.contains(fixture.name()) ? 0 : 1;
  }

  private void compare(OrmFixture fixture, GoodFixture.Form form, @Nullable String actual) {
    if (RefusedOtherwise.isBy(fixture.series(), form.expected())) {
      return;
    }
    String wanted = form.expected().has("error") ? null : form.expected().path("sql").textValue();
    if (wanted == null ? actual != null : !wanted.equals(actual)) {
      differing.add(fixture.name());
    }
  }

  /** What is printed for an element; null if it is refused. */
  private static @Nullable String sql(ClauseElement element, String dialect) {
    try {
      return SqlCompiler.compile(OrmCompiler.toCore(element), Dialect.named(dialect)).sql();
    } catch (BrineException refusal) {
      return null;
    }
  }

  /** What a query sends. */
  private static @Nullable String labelled(Query query, String dialect) {
    try {
      return SqlCompiler.compile(OrmCompiler.compile(query).statement(), Dialect.named(dialect))
          .sql();
    } catch (BrineException refusal) {
      return null;
    }
  }
}
