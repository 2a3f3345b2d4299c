package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.catalog.MetaDataSource;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Python dumped, Java loads and dumps again; Python loads that, and it compiles to the same
 * SQL and parameters and fetches the same rows as the original.
 */
class RoundTripIT {

  private static final Path GOOD = Path.of("python-fixtures", "good", "2.0");
  private static final MetaData METADATA =
      MetaDataSource.open(GOOD.resolve("metadata.pickle").toString());

  /** The protocol of the dump that is read, and of the one that is written. */
  private static final int PROTOCOL = 5;

  /** What SQLAlchemy makes of a statement; the other fields say how it was recorded. */
  private static final List<String> COMPARED =
      List.of(
          "kind",
          "class",
          "sql",
          "literal_binds",
          "render_postcompile",
          "columns",
          "rows",
          "items",
          "keys",
          "repr",
          "value");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

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
  void pythonMakesTheSameOfItAsOfItsOwn(JsonNode expected) throws IOException {
    byte[] dump = Files.readAllBytes(dump(expected));

    byte[] again = ExpressionSerializer.dumps(ExpressionSerializer.loads(dump, METADATA), PROTOCOL);
    JsonNode answer = python.ask(question(again, expected));

    assertThat(compared(answer)).isEqualTo(compared(expected));
  }

  private static ObjectNode compared(JsonNode whole) {
    return ((ObjectNode) whole.deepCopy()).retain(COMPARED);
  }

  private ObjectNode question(byte[] dump, JsonNode expected) {
    ObjectNode question =
        python
            .question("load")
            .put("dump", LivingPython.base64(dump))
            .put("run", expected.has("rows"))
            .put("spellings", true);
    question.set("dialects", expected.get("dialects"));
    return question;
  }

  private static Path dump(JsonNode expected) {
    return GOOD.resolve("%s.p%d.pickle".formatted(expected.get("name").textValue(), PROTOCOL));
  }

  static List<Named<JsonNode>> constructs() {
    try (Stream<String> lines = Files.lines(GOOD.resolve("expected.jsonl"))) {
      return lines
          .map(RoundTripIT::parse)
          .filter(expected -> Files.exists(dump(expected)))
          .map(expected -> Named.of(expected.get("name").textValue(), expected))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
