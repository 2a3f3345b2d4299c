package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.UsageException;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonPickler;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickledMetaDataTest {

  private static final Path FIXTURES = Path.of("python-fixtures/metadata");

  /** What {@code python-fixtures/metadata/generate.py} says, whichever SQLAlchemy runs it. */
  private static final String EXPECTED =
      """
      customers
        id Integer not null pk
        name String(length=50) not null
        "Mixed" Unicode(length=20)
        plain[NEVER] Unicode(length=20)
        db_name key=attr_key String(length=30)
      "lines"
        id Integer not null pk
        region CHAR(length=2) -> shop.orders.region
        number BigInteger -> shop.orders.number
        parent_id Integer -> lines.id
      shop.orders
        region CHAR(length=2) not null pk
        number BigInteger not null pk
        customer_id Integer not null -> customers.id
        placed DateTime(timezone=true)
        total Numeric(precision=10, scale=2)
      typed
        si SmallInteger
        t Text
        ut UnicodeText
        f Float
        b Boolean
        d Date
        dt DateTime
        tm Time
        iv Interval
        lb LargeBinary
        e Enum(length=1, enums=[a, b], name=ab)
        vc VARCHAR(length=7)
        dec DECIMAL(precision=5, scale=1)
        ts TIMESTAMP
        dtu DATETIME
      visits
        customer_id Integer -> customers.id""";

  /** True by default up to 1.3, false later; it says what a CREATE TABLE would hold. */
  private static String withoutDdl(String text) {
    return text.replace("(create_constraint=true)", "").replace(", create_constraint=true", "");
  }

  static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".pickle")).sorted().toList();
    }
  }

  @Test
  void everySeriesIsThere() throws IOException {
    assertThat(fixtures().stream().map(file -> file.getFileName().toString().substring(0, 3)))
        .contains("0.6", "0.7", "0.8", "0.9", "1.0", "1.1", "1.2", "1.3", "1.4", "2.0", "2.1");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everySeriesGivesTheSameTables(Path pickle) throws IOException {
    MetaData metadata = PickledMetaData.read(Files.readAllBytes(pickle));

    assertThat(withoutDdl(MetaDataText.of(metadata))).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.4", "2.0", "2.1"})
  // A folder outside the project; see the property in pom.xml.
  @EnabledIfSystemProperty(named = "brine.corpus", matches = ".+", disabledReason = "no corpus")
  void theCorpusHasOneSchema(String series) throws IOException {
    Path folder = Path.of(System.getProperty("brine.corpus"));
    String expected = zoo(folder, "1.3");

    // Uuid came with 2.0.
    assertThat(zoo(folder, series).replaceAll("\n  uu Uuid.*", "")).isEqualTo(expected);
  }

  /** PostgreSQL's own types are opaque, and their classes have moved. */
  private static String withoutPostgresql(String text) {
    return text.replaceAll("(?s)\npgt\n.*?\n(?! )", "\n");
  }

  private static String zoo(Path folder, String series) throws IOException {
    byte[] pickle = Files.readAllBytes(folder.resolve("metadata-" + series + ".pickle"));
    return withoutPostgresql(withoutDdl(MetaDataText.of(PickledMetaData.read(pickle))));
  }

  @Test
  void aPickleOfSomethingElseIsRefusedByName() {
    assertThatThrownBy(() -> PickledMetaData.read(new byte[] {'N', '.'}))
        .isInstanceOf(UsageException.class)
        .hasMessage("the pickle holds None, not a MetaData");
  }

  @Test
  void whatIsNoPickleIsMalformed() {
    assertThatThrownBy(
            () ->
                PickledMetaData.read("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isInstanceOf(MalformedPickleException.class);
  }

  @Test
  void aNameOfAnotherClassIsRefused() {
    PyObject table =
        PyObject.newObject(new PyGlobal("sqlalchemy.sql.schema", "Table"))
            .build(
                new PyDict()
                    .put("name", PyObject.newObject(new PyGlobal("acme.names", "Name")))
                    .put("columns", new PyList()));
    byte[] pickle =
        new PythonPickler()
            .dumps(
                PyObject.newObject(new PyGlobal("sqlalchemy.sql.schema", "MetaData"))
                    .build(new PyDict().put("tables", new PyDict().put("t", table))));

    assertThatThrownBy(() -> PickledMetaData.read(pickle))
        .isInstanceOf(MalformedPickleException.class)
        .hasMessageContaining("a name of class acme.names.Name");
  }
}
