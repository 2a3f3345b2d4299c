package dev.brine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brine.ExpressionSerializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.error.BrineException;
import dev.brine.error.MalformedJsonException;
import dev.brine.error.PickleLimitException;
import dev.brine.expr.Sql;
import dev.brine.pickle.PyByteArray;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PythonDateTime;
import dev.brine.pickle.PythonTuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, by which words, and that values are what they were. */
class JsonReadingTest {

  private static Object read(String root) {
    return document("{\"brine\": \"expression\", \"version\": 1, \"root\": %s}".formatted(root));
  }

  private static Object document(String text) {
    return new PlaceholderDeserializer().fromJson(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"node\": \"selekt\"} | 'selekt' is not known at $.root.node | 'select'",
        "{\"node\": \"select\", \"colums\": []} | 'colums' is not known at $.root | 'columns'",
        "{\"node\": \"cast\", \"type\": \"Integer\"} | 'element' is missing at $.root |",
        "{\"node\": \"cast\", \"element\": {\"table\": \"t\"}} | expected the kind of column"
            + " element at $.root.element, found 'table' |",
        "{\"node\": \"tuple\", \"clauses\": [3]} | expected a part of a statement at"
            + " $.root.clauses[0], found 3 |",
        "{\"type\": \"Integr\"} | the type 'Integr' is not known at $.root.type | 'Integer'",
        "{\"type\": \"String\", \"lenght\": 5} | the argument of String 'lenght' is not known at"
            + " $.root.lenght | 'length'",
        "{\"ref\": \"alias_1\"} | the shared part 'alias_1' is not known at $.root.ref |",
        "{\"decimals\": \"1\"} | the kind of value 'decimals' is not known at $.root | 'decimal'",
        "{\"date\": \"2020-13-01\"} | expected a date at $.root.date, found the text '2020-13-01'"
            + " |",
        "{\"bytes\": \"?\"} | expected base64 at $.root.bytes, found the text '?' |",
        "1e999 | expected a number that a double can hold at $.root |",
      })
  void saysWhatIsWrongAndWhere(String root, String message, @Nullable String nearest) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(root))
        .withMessageContaining(message)
        .satisfies(
            e -> assertThat(String.valueOf(e.hint())).contains(nearest == null ? "" : nearest));
  }

  @Test
  void anotherVersionIsRefusedByName() {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> document("{\"brine\": \"expression\", \"version\": 2, \"root\": null}"))
        .withMessage("the JSON is of version 2 of its form, and only 1 is known");
  }

  @Test
  void whatContainsItselfIsRefused() {
    String text =
        "{\"brine\": \"expression\", \"version\": 1, \"root\": {\"ref\": \"a\"}, \"shared\":"
            + " {\"a\": {\"node\": \"exists\", \"element\": {\"ref\": \"a\"}}}}";

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> document(text))
        .withMessage("'a' at $.shared.a.element contains itself");
  }

  static Stream<String> deep() {
    return Stream.of(
        nested("{\"node\": \"exists\", \"element\": ", "{\"constant\": \"null\"}", "}", 1_000),
        nested("[", "1", "]", 4_000),
        nested("{\"tuple\": [", "1", "]}", 1_500),
        nested("[", "1", "]", 100_000),
        nested("{\"type\": \"ARRAY\", \"item_type\": ", "\"Integer\"", "}", 2_000),
        nested("{\"newobj\": \"a:B\", \"args\": {\"tuple\": [", "1", "]}}", 1_000));
  }

  private static String nested(String open, String inmost, String close, int times) {
    return open.repeat(times) + inmost + close.repeat(times);
  }

  @ParameterizedTest
  @MethodSource("deep")
  void whatIsTooDeepIsRefusedByTheNameOfTheLimit(String root) {
    assertThatExceptionOfType(PickleLimitException.class)
        .isThrownBy(() -> read(root))
        .withMessageContaining("maxNesting = 400");
  }

  @Test
  void whatIsAsDeepAsAllowedComesBack() {
    Object deep =
        read(nested("{\"node\": \"tuple\", \"clauses\": [", "{\"constant\": \"null\"}", "]}", 450));

    assertThat(ExpressionSerializer.toJson(document(ExpressionSerializer.toJson(deep))))
        .isEqualTo(ExpressionSerializer.toJson(deep));
  }

  /** Each refers to the one before twice, which makes more of them than any memory holds. */
  @Test
  void whatMultipliesIsRefused() {
    StringBuilder shared = new StringBuilder("\"a0\": {\"constant\": \"null\"}");
    for (int i = 1; i < 60; i++) {
      String ref = "{\"ref\": \"a" + (i - 1) + "\"}";
      shared.append(
          ", \"a%d\": {\"node\": \"tuple\", \"clauses\": [%s, %s]}".formatted(i, ref, ref));
    }

    assertThatExceptionOfType(PickleLimitException.class)
        .isThrownBy(
            () ->
                document(
                    "{\"brine\": \"expression\", \"version\": 1, \"root\": {\"ref\": \"a59\"},"
                        + " \"shared\": {%s}}".formatted(shared)))
        .withMessageContaining("maxElements");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "[]", "{", "{}", "{\"brine\": 1}", "nul", "{\"a\": 1, \"a\": 2}"})
  void whatIsNoneOfTheFormIsRefused(String text) {
    assertThatExceptionOfType(BrineException.class).isThrownBy(() -> document(text));
  }

  static Stream<Object> values() {
    Map<Object, @Nullable Object> dict = new LinkedHashMap<>();
    dict.put(2L, null);
    dict.put("a", new PythonTuple(List.of(1L, List.of())));
    return Stream.of(
        5L,
        (1L << 53),
        Long.MIN_VALUE,
        new BigInteger("9".repeat(40)),
        0.1,
        5.0,
        -0.0,
        1e300,
        4.9E-324,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        "\u0000\ud83d\ude00é\"\\",
        "\ud800",
        new BigDecimal("1.500"),
        PyBytes.of((byte) 0, (byte) -1),
        LocalDate.of(1, 1, 1),
        LocalTime.of(0, 0),
        LocalDateTime.of(2020, 1, 1, 0, 0, 0, 1_000),
        OffsetDateTime.parse("2020-01-01T00:00:00+02:00"),
        ZonedDateTime.parse("2020-10-25T02:30:00+01:00[Europe/Berlin]"),
        new PythonDateTime(LocalDateTime.of(2020, 1, 1, 0, 0), true, null),
        Duration.ofDays(-1).plusNanos(5_000),
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        Arrays.asList(null, true, List.of(1L)),
        dict);
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesAreWhatTheyWere(Object value) {
    String json = ExpressionSerializer.toJson(Sql.literal(value));

    assertThat(document(json).toString()).contains("value=" + value);
    assertThat(ExpressionSerializer.toJson(document(json))).isEqualTo(json);
    assertThat(document(ExpressionSerializer.toJson(value))).isEqualTo(value);
  }

  @Test
  void bytesAreToldFromByteArrays() {
    String json = ExpressionSerializer.toJson(PyByteArray.of((byte) 7));

    assertThat(json).contains("{\"bytearray\": \"Bw==\"}");
    assertThat(document(json)).isInstanceOf(PyByteArray.class);
  }

  @Test
  void noneIsNull() {
    assertThat(read("null")).isEqualTo(PyNone.NONE);
    assertThat(ExpressionSerializer.toJson(PyNone.NONE)).contains("\"root\": null");
  }

  /** As a column of jsonb gives them back. */
  @Test
  void theOrderOfKeysMeansNothing() {
    String sorted =
        "{\"root\": {\"column\": \"b\", \"table\": \"a\"}, \"brine\": \"expression\","
            + " \"version\": 1}";

    assertThat(JsonForm.isOne(sorted.getBytes(java.nio.charset.StandardCharsets.UTF_8))).isTrue();
    assertThat(document(sorted))
        .hasToString(read("{\"table\": \"a\", \"column\": \"b\"}").toString());
  }
}
