package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.GoodFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Python dumped, Java loads and dumps again; Python loads that, and it compiles to the same
 * SQL and parameters and fetches the same rows as the original.
 */
class RoundTripIT {

  /** The protocol of the dump that is read, and of the one that is written. */
  private static final int PROTOCOL = 5;

  /** What SQLAlchemy makes of a statement; the other fields say how it was recorded. */
  private static final List<String> COMPARED =
      List.of(
          "kind",
          "class",
          "sql",
          "literal_binds",
          "change",
          "render_postcompile",
          "columns",
          "rows",
          "items",
          "keys",
          "repr",
          "value");

  private LivingPython python;

  @BeforeEach
  void start() {
    python = LivingPython.with(LivingPython.SQLALCHEMY_2_0);
  }

  @Test
  void thereAreManyConstructs() {
    assertThat(constructs()).hasSizeGreaterThan(600);
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void pythonMakesTheSameOfItAsOfItsOwn(GoodFixture fixture) {
    JsonNode expected = fixture.expected();

    byte[] again = ExpressionSerializer.dumps(fixture.load(), PROTOCOL);
    JsonNode answer = python.ask(question(again, expected));

    assertThat(Accidents.leftOut(compared(answer), expected))
        .isEqualTo(Accidents.leftOut(compared(expected), expected));
  }

  private static ObjectNode compared(JsonNode whole) {
    return ((ObjectNode) whole.deepCopy()).retain(COMPARED);
  }

  private ObjectNode question(byte[] dump, JsonNode expected) {
    ObjectNode question =
        python
            .question("load")
            .put("dump", LivingPython.base64(dump))
            .put("run", expected.has("rows") || expected.has("change"))
            .put("spellings", true);
    question.set("dialects", expected.get("dialects"));
    return question;
  }

  static List<GoodFixture> constructs() {
    return GoodFixture.all().filter(fixture -> fixture.protocols().contains(PROTOCOL)).toList();
  }
}
