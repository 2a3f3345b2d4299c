package dev.brine.orm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import dev.brine.Music;
import dev.brine.OrmCases;
import dev.brine.OrmFixture;
import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.compat.LivingPython;
import dev.brine.expr.ClauseElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Python dumped of its ORM, Java loads and dumps again; what it is to a living SQLAlchemy that
 * loads it, is what was recorded of the original: its SQL, the statements it sends, the entities
 * these give, and what they load later. And so are queries that Java itself wrote.
 */
class OrmRoundTripIT {

  /** The names of what differs yet, below the reasons; each must still differ. */
  private static final Path GAPS = Path.of("python-fixtures", "orm-round-trip-gaps.txt");

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  private LivingPython python;

  @BeforeEach
  void start() {
    python =
        LivingPython.with(
            "orm",
            Path.of("python-fixtures", "requirements", LivingPython.SQLALCHEMY_2_0 + ".txt"),
            Path.of("compat-tests", "python", "orm_worker.py"));
  }

  @Test
  void pythonMakesTheSameOfItAsOfItsOwn() throws IOException {
    NavigableMap<String, List<String>> differing = new TreeMap<>();
    List<String> gaps = gaps();
    Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
    LoadOptions mapped =
        Music.OPTIONS.withMetadata(catalog.metadata()).withMappers(catalog.registry());

    for (OrmFixture fixture : OrmFixture.of("2.0").toList()) {
      for (byte[] dump : again(fixture, mapped)) {
        List<String> differences = differences(fixture, dump);
        if (!differences.isEmpty()) {
          differing.put(fixture.name(), differences);
        }
      }
    }

    assertThat(gaps).as("those that still differ").allMatch(differing::containsKey);
    gaps.forEach(differing::remove);
    assertThat(differing).isEmpty();
  }

  @Test
  void pythonMakesOfWhatJavaWroteWhatItMakesOfItsOwn() throws IOException {
    Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
    Map<String, OrmFixture> fixtures =
        OrmFixture.of("2.0").collect(Collectors.toMap(OrmFixture::name, Function.identity()));
    Map<String, ClauseElement> written = new OrmCases(catalog.registry()).all();

    written.forEach(
        (name, query) ->
            assertThat(
                    differences(
                        Objects.requireNonNull(fixtures.get(name), name),
                        ExpressionSerializer.dumps(query)))
                .as(name)
                .isEmpty());
    assertThat(written).hasSizeGreaterThanOrEqualTo(20);
  }

  /** Its dumps by Java that does not know the classes, and by Java that does; often the same. */
  private static List<byte[]> again(OrmFixture fixture, LoadOptions mapped) {
    byte[] unmapped = ExpressionSerializer.dumps(fixture.load());
    byte[] known = ExpressionSerializer.dumps(ExpressionSerializer.loads(fixture.dump(), mapped));
    return Arrays.equals(unmapped, known) ? List.of(known) : List.of(unmapped, known);
  }

  /**
   * Where it differs from what was recorded and from what this very Python makes of its own dump:
   * the order of the criteria of two classes, and more, hangs on the addresses in a process.
   */
  private List<String> differences(OrmFixture fixture, byte[] dump) {
    JsonNode answer = python.askAnyway(question(fixture, dump));
    ToldByPython actual = ToldByPython.of(fixture.name(), answer);
    ToldByPython recorded = ToldByPython.of(fixture.name(), recorded(fixture, answer));
    List<String> differences = actual.differences(recorded);
    if (differences.isEmpty() || fixture.isOnlyForBrine()) {
      return differences;
    }
    JsonNode own = python.ask(question(fixture, fixture.dump()));
    return actual.equals(ToldByPython.of(fixture.name(), own)) ? List.of() : differences;
  }

  private ObjectNode question(OrmFixture fixture, byte[] dump) {
    return python
        .question("told")
        .put("name", fixture.name())
        .put("dump", LivingPython.base64(dump));
  }

  /**
   * What Python itself cannot load may fail in the same way; once Java has made it loadable, it
   * must be what it was made as.
   */
  private static JsonNode recorded(OrmFixture fixture, JsonNode answer) {
    if (!fixture.isOnlyForBrine()) {
      return fixture.expected();
    }
    return fixture.expected().path(answer.has("error") ? "reload" : "original");
  }

  private static List<String> gaps() throws IOException {
    try (Stream<String> lines = Files.lines(GAPS)) {
      return lines.filter(line -> !line.startsWith("#")).toList();
    }
  }
}
