package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.MapperRegistry;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java knows of Python's classes is what SQLAlchemy says of them, under every version. */
class MappingFixturesTest {

  /** Attributes that only SQLAlchemy 2.0 and later can map. */
  private static final Set<String> NEW = Set.of("music.festivals.Festival.applicants");

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              MappingFixturesTest.class.getResourceAsStream(
                  "/dev/brine/catalog/catalogue.schema.json"));

  static Stream<MappingFixture> versions() {
    return MappingFixture.VERSIONS.stream().map(MappingFixture::of);
  }

  static Stream<Arguments> classes() {
    return versions()
        .flatMap(
            fixture ->
                fixture.facts().stream().map(facts -> Arguments.of(fixture, name(facts), facts)));
  }

  private static String name(JsonNode facts) {
    return facts.get("class").textValue();
  }

  @Test
  void thereAreManyClasses() {
    assertThat(classes()).hasSizeGreaterThan(150);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("classes")
  void aMapperSaysWhatPythonSays(MappingFixture fixture, String name, JsonNode facts) {
    assertThat(of(fixture.load(), name)).isEqualTo(facts);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("classes")
  void whatJavaWritesSaysTheSame(MappingFixture fixture, String name, JsonNode facts) {
    Catalog written = CatalogJson.read(Written.of(fixture));

    assertThat(of(written, name)).isEqualTo(facts);
  }

  private static JsonNode of(Catalog catalog, String name) {
    return MappingFixture.json(MapperFacts.of(catalog.registry().mapper(name)).toString());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theTablesAreWrittenAsTheyWereRead(MappingFixture fixture) {
    Catalog written = CatalogJson.read(Written.of(fixture));

    assertThat(MetaDataText.of(written.metadata()))
        .isEqualTo(MetaDataText.of(fixture.load().metadata()));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyCatalogueKeepsToTheSchema(MappingFixture fixture) {
    assertThat(SCHEMA.validate(MappingFixture.json(fixture.catalogue()))).isEmpty();
    assertThat(SCHEMA.validate(MappingFixture.json(Written.of(fixture)))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatTheReaderRefuses() {
    assertThat(SCHEMA.validate(MappingFixture.json("{\"brine-catalogue\": 2, \"tables\": []}")))
        .isNotEmpty();
    assertThat(
            SCHEMA.validate(
                MappingFixture.json(
                    "{\"brine-catalogue\": 1, \"tables\": [], \"mappers\": [{\"class\":"
                        + " \"a.B\"}]}")))
        .isNotEmpty();
  }

  /** The order of attributes, and what an attribute is called in SQL, differ between versions. */
  @ParameterizedTest
  @FieldSource("dev.brine.catalog.MappingFixture#VERSIONS")
  void allVersionsMapTheSame(String version) {
    MapperRegistry newest = MappingFixture.of("2.1.0b3").load().registry();
    MapperRegistry registry = MappingFixture.of(version).load().registry();

    assertThat(shapes(registry)).isEqualTo(shapes(newest));
  }

  /** The kinds of all attributes, by class and name. */
  private static SortedMap<String, String> shapes(MapperRegistry registry) {
    SortedMap<String, String> shapes = new TreeMap<>();
    for (Mapper mapper : registry.mappers()) {
      for (MapperProperty property : mapper.attrs()) {
        String name = mapper.className() + "." + property.key();
        if (!NEW.contains(name)) {
          shapes.put(name, property.getClass().getSimpleName() + " of " + property.parent());
        }
      }
      shapes.put(mapper.className(), new TreeSet<>(mapper.polymorphicMap().keySet()).toString());
    }
    return shapes;
  }

  /** What Java writes of what it read, once for each. */
  private static final class Written {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    static String of(MappingFixture fixture) {
      return TEXTS.computeIfAbsent(fixture.version(), version -> CatalogJson.write(fixture.load()));
    }
  }
}
