package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.compat.Accidents;
import dev.brine.compat.LivingPython;
import dev.brine.engine.JsonValues;
import dev.brine.error.BrineException;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the fluent API builds and Java dumps is in Python what Python's own expression is: the same
 * SQL and parameters, the same rows, and the same again when Python builds on it or sends it back.
 */
class FluentDumpsIT {

  private static final TreeCases JAVA = TreeCases.all();
  private static final int NEWEST_PROTOCOL = 5;

  /** The keys of what Python builds by itself, which are not for what it is sent. */
  private static final List<String> SOURCES = List.of("expression", "form");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private LivingPython python;

  @BeforeEach
  void start() {
    python = LivingPython.with(LivingPython.SQLALCHEMY_2_0);
  }

  static List<ExpectedTree> listed() {
    return built("trees.txt").toList();
  }

  /**
   * Functions that give something else each time: chance, and the clock between one run and the
   * next.
   */
  private static final Pattern UNSTEADY =
      Pattern.compile("(random|now|sysdate|localtime|current_date|current_time)(stamp)?\\(");

  static List<ExpectedTree> random() {
    return built("random-trees.txt").toList();
  }

  private static Stream<ExpectedTree> built(String resource) {
    return ExpectedTree.in(resource).stream().filter(expected -> !expected.isRefused());
  }

  @ParameterizedTest
  @MethodSource("listed")
  void pythonMakesOfItWhatItMakesOfItsOwn(ExpectedTree expected) {
    ObjectNode own = own("expression", expected).put("spellings", true);

    proveTheSame(JAVA.build(expected.source()), own, "load");
  }

  @ParameterizedTest
  @MethodSource("listed")
  void pythonSendsOnWhatItMakesOfItsOwn(ExpectedTree expected) {
    proveTheSame(JAVA.build(expected.source()), own("expression", expected), "reload");
  }

  @ParameterizedTest
  @MethodSource("random")
  void pythonMakesOfARandomOneWhatItMakesOfItsOwn(ExpectedTree expected) {
    proveTheSame(PrefixForm.build(expected.source()), own("form", expected), "load");
  }

  /** Each protocol is shown every fifth case, no two the same ones. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void pythonReadsOlderProtocolsTheSame(int protocol) {
    List<ExpectedTree> cases = listed();
    IntStream.range(0, cases.size())
        .filter(i -> i % NEWEST_PROTOCOL == protocol)
        .mapToObj(cases::get)
        .forEach(
            expected ->
                proveTheSame(
                    JAVA.build(expected.source()), protocol, own("expression", expected), "load"));
  }

  @ParameterizedTest
  @MethodSource("listed")
  void javaCompilesItAsPythonDoes(ExpectedTree expected) throws JsonProcessingException {
    ClauseElement element = JAVA.build(expected.source());
    JsonNode own = python.ask(own("expression", expected));

    for (Map.Entry<String, JsonNode> dialect : own.get("sql").properties()) {
      assertCompiles(element, Dialect.named(dialect.getKey()), dialect.getValue());
    }
  }

  private static void assertCompiles(ClauseElement element, Dialect dialect, JsonNode expected)
      throws JsonProcessingException {
    if (expected.has("error")) {
      assertThatThrownBy(() -> SqlCompiler.compile(element, dialect))
          .isInstanceOf(BrineException.class);
      return;
    }
    Compiled compiled = SqlCompiler.compile(element, dialect);
    ObjectNode params = JSON.createObjectNode();
    expected.get("params").forEach(p -> params.set(p.get("name").asText(), p.get("value")));

    assertThat(compiled.sql()).as(dialect.toString()).isEqualTo(expected.get("sql").asText());
    assertThat(JSON.readTree(JsonValues.write(compiled.params())))
        .as(dialect.toString())
        .isEqualTo(params);
  }

  private void proveTheSame(ClauseElement element, ObjectNode ownQuestion, String operation) {
    proveTheSame(element, NEWEST_PROTOCOL, ownQuestion, operation);
  }

  private void proveTheSame(
      ClauseElement element, int protocol, ObjectNode ownQuestion, String operation) {
    byte[] dump = ExpressionSerializer.dumps(element, protocol);
    ObjectNode sent = ownQuestion.deepCopy().put("op", operation);
    sent.put("dump", LivingPython.base64(dump)).remove(SOURCES);

    JsonNode expected = python.ask(ownQuestion);
    assertThat(Accidents.leftOut(python.ask(sent), expected))
        .as(ownQuestion.toString())
        .isEqualTo(Accidents.leftOut(expected, expected));
  }

  /** Asks for all there is to know of the expression that Python itself builds. */
  private ObjectNode own(String key, ExpectedTree expected) {
    boolean isSteady = !UNSTEADY.matcher(expected.source()).find();
    return python
        .question("tree")
        .put("schema", "trees")
        .put("uses", true)
        .put("run", isSteady)
        .put(key, expected.source());
  }
}
