package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.Fixtures.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PythonValuesTest {

  static List<String> sources() {
    return Fixtures.sources("values-.*");
  }

  static List<String> sourcesOfPython3() {
    return Fixtures.sources("values-py3.*-p[2-5]");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aValueBecomesTheJavaValueThatSaysTheSame(String source) {
    for (Row row : Fixtures.rows(source)) {
      Object node = new PythonUnpickler().loads(row.pickle());

      assertThat(describe(row, node)).as(row.name()).isEqualTo(row.cells().get(1));
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aValueSurvivesTheWayThroughJavaAtEveryProtocol(String source) {
    for (Row row : Fixtures.rows(source)) {
      Object value = value(row, new PythonUnpickler().loads(row.pickle()));

      for (int protocol = 0; protocol <= 5; protocol++) {
        byte[] pickle = new PythonPickler(protocol).dumps(PythonValues.toPython(value));
        Object again = new PythonUnpickler().loads(pickle);
        assertThat(describe(row, again)).as(row.name()).isEqualTo(row.cells().get(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sourcesOfPython3")
  void aJavaValueIsWrittenAsPythonWritesIt(String source) {
    for (Row row : Fixtures.rows(source)) {
      // A time zone kept as a graph has strings of its own where Python would share one.
      boolean sharesNoStrings = row.cells().get(1).endsWith("tz other");
      if (!sharesNoStrings && !ByteIdentityTest.SPELT_DIFFERENTLY.contains(row.toString())) {
        Object value = value(row, new PythonUnpickler().loads(row.pickle()));
        byte[] pickle = new PythonPickler(row.protocol()).dumps(PythonValues.toPython(value));

        assertThat(PickleLines.of(pickle)).as(row.name()).isEqualTo(PickleLines.of(row.pickle()));
      }
    }
  }

  private static String describe(Row row, Object node) {
    return Descriptions.describe(value(row, node));
  }

  /** Only who knows that a class is an Enum can tell its members from other calls. */
  static @Nullable Object value(Row row, Object node) {
    boolean isEnum = row.cells().get(1).startsWith("enum ");
    return isEnum ? PythonValues.enumMember(node) : PythonValues.toJava(node);
  }

  @Test
  void javaNumbersAndBytesAreTaken() {
    List<Object> values = List.of(1, (short) 2, (byte) 3, 0.5f, new byte[] {4});

    assertThat(PythonValues.toPython(values)).hasToString("[1, 2, 3, 0.5, b'\\x04']");
  }

  @Test
  void aPartOfAMicrosecondIsRefused() {
    assertThatThrownBy(() -> PythonValues.toPython(LocalTime.of(1, 2, 3, 4)))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("microseconds");
    assertThatThrownBy(() -> PythonValues.toPython(Duration.ofNanos(1)))
        .isInstanceOf(UnsupportedConstructException.class);
  }

  @Test
  void aYearPythonLacksIsRefused() {
    assertThatThrownBy(() -> PythonValues.toPython(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("9999");
    assertThatThrownBy(() -> PythonValues.toPython(LocalDate.of(0, 1, 1)))
        .isInstanceOf(UnsupportedConstructException.class);
  }

  @Test
  void aTypeWithoutAPythonCounterpartIsRefusedByName() {
    assertThatThrownBy(() -> PythonValues.toPython(new Object()))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessage("Python has no plain value for a java.lang.Object");
  }

  @Test
  void aListInItselfIsNoPlainValue() {
    PyList list = new PyList();
    list.add(list);

    assertThatThrownBy(() -> PythonValues.toJava(list))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("holds itself");
  }

  @Test
  void aDateThatIsNoneStaysANode() {
    PyObject february30 =
        PyObject.reduce(
            new PyGlobal("datetime", "date"), PyBytes.of((byte) 7, (byte) 0, (byte) 2, (byte) 30));

    assertThat(PythonValues.toJava(february30)).isSameAs(february30);
  }
}
