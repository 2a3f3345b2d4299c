package dev.brine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.MalformedPickleException;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PythonPickler;
import dev.brine.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTest {

  private static final Path FIXTURES = Path.of("python-fixtures");

  private static Inspection inspect(Path dump) throws IOException {
    return Inspection.of(Files.readAllBytes(dump));
  }

  private static List<Path> pickles(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".pickle")).sorted().toList();
    }
  }

  static List<Path> metadata() throws IOException {
    return pickles("metadata");
  }

  @ParameterizedTest
  @MethodSource("metadata")
  void theSeriesOfAnyMetadataIsAmongThoseFound(Path pickle) throws IOException {
    String version = pickle.getFileName().toString().replaceFirst("-.*", "");

    assertThat(inspect(pickle).series().contains(Series.of(version))).isTrue();
    assertThat(inspect(pickle).kind()).isEqualTo("metadata");
  }

  @Test
  void everyFixtureOfThisSeriesCanBeOfIt() throws IOException {
    List<Path> others = new ArrayList<>();
    List<Path> dumps = pickles("good/2.0");
    for (Path dump : dumps) {
      if (!inspect(dump).series().contains(Series.V2_0)) {
        others.add(dump);
      }
    }

    assertThat(dumps).hasSizeGreaterThan(100);
    assertThat(others).isEmpty();
  }

  @Test
  void aClassThatARelationshipLeadsToIsFoundByTheOneThatHasIt() {
    PyGlobal found = new PyGlobal("music", "Artist.albums.property.mapper.class_.tracks");
    PyGlobal target = new PyGlobal("music", found.name() + ".property.mapper.class_");
    byte[] dump = new PythonPickler(4).dumps(target);

    assertThat(Inspection.of(dump).classes()).containsExactly("music.Artist");
  }

  @Test
  void aSelectIsDescribed() throws IOException {
    Inspection found = inspect(FIXTURES.resolve("demo/report.pickle"));

    assertThat(found.series()).hasToString("2.0");
    assertThat(found.protocol()).isEqualTo(5);
    assertThat(found.kind()).isEqualTo("select");
    assertThat(found.tables()).containsExactly("orders", "users");
    assertThat(found.columns()).contains("orders.total", "users.name").isSorted();
    assertThat(found.classes()).isEmpty();
    assertThat(found.structure().lines()).contains("Select", "    column users.name");
  }

  @Test
  void anUnknownClassIsNamedAndNoFailure() {
    Inspection found = Inspection.of(ascii("capp.models\nThing\n)\u0081}Vx\nK\u0001sb."));

    assertThat(found.kind()).isEqualTo("object");
    assertThat(found.classes()).containsExactly("app.models.Thing");
    assertThat(found.series()).hasToString("any");
    assertThat(found.structure().lines()).containsExactly("app.models.Thing", "  x: 1");
  }

  @Test
  void aReferenceThatLoadingRefusesIsShown() {
    Inspection found = Inspection.of(ascii("Pnonsense\n."));

    assertThat(found.kind()).isEqualTo("unknown reference");
    assertThat(found.structure().lines()).containsExactly("reference 'nonsense'");
  }

  @Test
  void whatContainsItselfIsShownOnce() {
    Inspection found = Inspection.of(ascii("]q\u0000h\u0000a."));

    assertThat(found.structure().lines()).containsExactly("list", "  list (see above)");
  }

  @Test
  void whatIsNoPickleIsMalformed() {
    assertThatThrownBy(() -> Inspection.of(ascii("hello")))
        .isInstanceOf(MalformedPickleException.class);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
