package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.compat.PythonEnvironment;
import dev.brine.compat.UnavailableException;
import dev.brine.mapping.AssociationProxy;
import dev.brine.mapping.Hybrid;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperRegistry;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The script exports what a living SQLAlchemy has mapped, and Java knows it as Python does. */
class CataloguesIT {

  private static final Path FIXTURES = Path.of("python-fixtures").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 120;

  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("dev.brine.catalog.MappingFixture#VERSIONS")
  void javaSaysOfEachClassWhatPythonSays(String version) throws Exception {
    PythonEnvironment python = environment(version);

    Catalog catalog = CatalogJson.read(output(python, "brine_catalog.py"));
    List<JsonNode> facts =
        output(python, "mapping_facts.py").lines().map(MappingFixture::json).toList();

    assertThat(facts).hasSizeGreaterThan(40);
    assertThat(facts)
        .allSatisfy(
            fact ->
                assertThat(
                        MappingFixture.json(
                            MapperFacts.of(catalog.registry().mapper(fact.get("class").asText()))
                                .toString()))
                    .isEqualTo(fact));
  }

  @ParameterizedTest
  @FieldSource("dev.brine.catalog.MappingFixture#VERSIONS")
  void onlyWhatABaseLeadsToIsExported(String version) throws Exception {
    PythonEnvironment python = environment(version);

    Catalog catalog =
        CatalogJson.read(output(python, "brine_catalog.py", "--base", "music.people:Person"));

    assertThat(catalog.registry().mappers())
        .extracting(Mapper::className)
        .contains("music.people.Executive", "music.bands.Band")
        .doesNotContain("music.payments.Payment");
  }

  @ParameterizedTest
  @FieldSource("dev.brine.catalog.MappingFixture#VERSIONS")
  void hybridsAndProxiesAreThoseThatTheClassHas(String version) throws Exception {
    MapperRegistry mappers =
        CatalogJson.read(exported(environment(version), "mapping.inherited", 0)).registry();

    assertThat(hybrid(mappers, "Item", "dear")).isEqualTo("items.price > :price_1");
    assertThat(hybrid(mappers, "Item", "local")).isEqualTo("items.key * :key_1");
    assertThat(hybrid(mappers, "Book", "dear")).isEqualTo("items.price > :price_1");
    assertThat(hybrid(mappers, "Book", "local")).isEqualTo("books.key * :key_1");
    assertThat(mappers.mapper("mapping.inherited.Shop").associationProxies())
        .extracting(AssociationProxy::key)
        .containsExactly("dearness", "prices");
  }

  private static String hybrid(MapperRegistry mappers, String className, String key) {
    Hybrid hybrid = (Hybrid) mappers.mapper("mapping.inherited." + className).property(key);
    return SqlCompiler.compile(Objects.requireNonNull(hybrid.expression()), Dialect.DEFAULT).sql();
  }

  @ParameterizedTest
  @FieldSource("dev.brine.catalog.MappingFixture#VERSIONS")
  void whatCannotBeDumpedIsNamedAllAtOnce(String version) throws Exception {
    assertThat(exported(environment(version), "mapping.unwritable", 1))
        .startsWith("brine_catalog: 2 cannot be written:")
        .contains("things.place: Nowhere cannot be dumped")
        .contains("mapping.unwritable.Thing.copy: Label cannot be dumped");
  }

  private static PythonEnvironment environment(String version)
      throws IOException, InterruptedException {
    String name = "sqlalchemy-" + version;
    Path requirements = FIXTURES.resolve("mapping").resolve("requirements");
    try {
      return PythonEnvironment.of("mapping-" + name, requirements.resolve(name + ".txt"));
    } catch (UnavailableException e) {
      return Assumptions.abort("Not compared with a living Python: " + e.getMessage());
    }
  }

  private String output(PythonEnvironment python, String script, String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(script, "music"));
    arguments.addAll(List.of(options));
    return ran(python, arguments, 0);
  }

  private String exported(PythonEnvironment python, String module, int status)
      throws IOException, InterruptedException {
    return ran(python, List.of("brine_catalog.py", module), status);
  }

  /** What it prints; where it is to fail, what it complains of. */
  private String ran(PythonEnvironment python, List<String> arguments, int status)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder command = python.command(arguments).directory(FIXTURES.toFile());
    command.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();

    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(status);
    return Files.readString(status == 0 ? out : err);
  }
}
