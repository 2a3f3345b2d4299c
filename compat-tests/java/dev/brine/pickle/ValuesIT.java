package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.compat.LivingPython;
import dev.brine.pickle.Fixtures.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that Java writes, at any protocol, is in Python the equal value of the same type. */
class ValuesIT {

  private LivingPython python;

  @BeforeEach
  void start() {
    python = LivingPython.withValues();
  }

  static List<Row> values() {
    return Fixtures.rows("values-py313-p5");
  }

  @Test
  void nearlyAllOfThemAreKnownToThisPython() {
    assertThat(values()).filteredOn(row -> names().contains(row.name())).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("values")
  void pythonReadsTheEqualValue(Row row) {
    assumeTrue(names().contains(row.name()), "this Python lacks the module or type of the value");
    Object value = PythonValuesTest.value(row, new PythonUnpickler().loads(row.pickle()));
    JsonNode own =
        python.ask(
            python.question("sample").put("name", row.name()).put("described", row.cells().get(1)));

    for (int protocol = 0; protocol <= 5; protocol++) {
      byte[] pickle = new PythonPickler(protocol).dumps(PythonValues.toPython(value));

      assertThat(python.ask(python.question("value").put("pickle", LivingPython.base64(pickle))))
          .as("protocol " + protocol)
          .isEqualTo(own);
    }
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    python.ask(python.question("samples")).get("names").forEach(name -> names.add(name.asText()));
    return names;
  }
}
