package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PythonDecimal;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonTuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonValuesTest {

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(null, "null"),
        arguments(new BigDecimal("1.10"), "1.10"),
        arguments(new BigDecimal("1E+400"), "1E+400"),
        arguments(Double.NaN, "\"nan\""),
        arguments(new PythonDecimal("-0"), "-0"),
        arguments(new PythonDecimal("Infinity"), "\"Infinity\""),
        arguments(Duration.ofMillis(86_400_500), "86400.5"),
        arguments(PyBytes.of((byte) 1, (byte) 2), "\"base64:AQI=\""),
        arguments(PyByteString.of((byte) 'x'), "\"x\""),
        arguments(Map.of(PyByteString.of((byte) 'x'), 1L), "{\"x\": 1}"),
        arguments(new PythonTuple(Arrays.asList(1L, null)), "[1, null]"),
        arguments(Set.of("a"), "[\"a\"]"),
        arguments(List.of(List.of()), "[[]]"),
        arguments(new PythonEnumMember(new PyGlobal("shop", "Color"), 1L), "\"shop.Color(1)\""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void eachKindOfValueHasOneForm(@Nullable Object value, String json) {
    assertThat(JsonValues.write(value)).isEqualTo(json);
  }
}
