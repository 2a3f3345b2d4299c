package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.catalog.CatalogJson;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.LoaderOptions;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Select;
import dev.brine.mapping.MapperRegistry;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * ORM queries written in Java compile to what SQLAlchemy compiles for them, and so do their dumps.
 */
class OrmFluentTest {

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  private static final MapperRegistry MAPPERS = mappers();

  private static MapperRegistry mappers() {
    try {
      return CatalogJson.read(Files.readString(CATALOGUE)).registry();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> compiledAsSqlalchemyDoes() {
    Map<String, OrmFixture> fixtures =
        OrmFixture.of("2.0").collect(Collectors.toMap(OrmFixture::name, Function.identity()));
    return new OrmCases(MAPPERS)
        .all().entrySet().stream()
            .map(
                each ->
                    DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> check(each.getValue(), fixture(fixtures, each.getKey()))));
  }

  @TestFactory
  Stream<DynamicTest> operatorsOfRelationshipsAreMethodsOfAttributes() {
    Map<String, OrmFixture> fixtures =
        OrmFixture.of("2.0").collect(Collectors.toMap(OrmFixture::name, Function.identity()));
    Map<String, ClauseElement> cases = new LinkedHashMap<>();
    new OrmRelationshipCases(MAPPERS).addTo(cases);
    return cases.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> check(each.getValue(), fixture(fixtures, each.getKey()))));
  }

  @Test
  void aRelationshipIsComparedWithEntitiesAlone() {
    MappedClass album = MAPPERS.mapper("Album").entity();

    assertThatThrownBy(() -> album.rel("band").eq(5))
        .isInstanceOf(UsageException.class)
        .hasMessage("the relationship 'band' is compared with entities, not with Integer");
  }

  @TestFactory
  Stream<DynamicTest> compiledAsBuiltWhereADumpWouldHoldLess() {
    Map<String, OrmFixture> fixtures =
        OrmFixture.of("2.0").collect(Collectors.toMap(OrmFixture::name, Function.identity()));
    return new OrmCases(MAPPERS)
        .lossy().entrySet().stream()
            .map(
                each ->
                    DynamicTest.dynamicTest(
                        each.getKey(),
                        () ->
                            assertThat(sql(each.getValue()))
                                .isEqualTo(asBuilt(fixture(fixtures, each.getKey())))));
  }

  /** What SQLAlchemy compiled before anything was dumped. */
  private static String asBuilt(OrmFixture fixture) {
    String original =
        fixture.expected().path("original").path("sql").path("default").path("sql").textValue();
    return original == null
        ? fixture.forms("sql").get(0).expected().path("sql").textValue()
        : original;
  }

  private static OrmFixture fixture(Map<String, OrmFixture> fixtures, String name) {
    return Objects.requireNonNull(fixtures.get(name), name);
  }

  private static void check(ClauseElement query, OrmFixture fixture) {
    String expected = fixture.forms("sql").get(0).expected().path("sql").textValue();
    Object again =
        ExpressionSerializer.loads(
            ExpressionSerializer.dumps(query), LoadOptions.NONE.withMappers(MAPPERS));

    assertThat(sql(query)).isEqualTo(asBuilt(fixture));
    assertThat(sql((ClauseElement) again)).isEqualTo(expected);
  }

  private static String sql(ClauseElement element) {
    return SqlCompiler.compile(OrmCompiler.toCore(element), Dialect.named("default")).sql();
  }

  @Test
  void whatNoDumpCanHoldIsRefused() {
    MappedClass band = MAPPERS.mapper("Band").entity();
    MappedClass album = MAPPERS.mapper("Album").entity();
    Select joined = Select.of(band).join(band.rel("albums").ofType(album.aliased()));

    assertThatThrownBy(() -> ExpressionSerializer.dumps(joined))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("Band.albums.of_type");
    assertThatThrownBy(() -> LoaderOptions.defer(band.aliased().attr("name")))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("music.bands.Band");
  }

  @Test
  void anUnknownAttributeIsAnErrorWithTheNearestNames() {
    MappedClass band = MAPPERS.mapper("Band").entity();

    assertThatThrownBy(() -> band.attr("nmae"))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageContaining("'nmae'");
    assertThatThrownBy(() -> band.rel("name")).isInstanceOf(UnresolvedReferenceException.class);
  }
}
