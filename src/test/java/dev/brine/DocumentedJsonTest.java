package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/json-form.md} shows is read, and written as it stands there. */
class DocumentedJsonTest {

  private static final Path PAGE = Path.of("docs", "json-form.md");

  private static List<String> blocks(String language) throws IOException {
    Matcher blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    return blocks.results().map(each -> each.group(1)).toList();
  }

  static Stream<String> lines() throws IOException {
    return blocks("jsonl").stream().flatMap(String::lines);
  }

  @Test
  void theDocumentIsWrittenAsItStands() throws IOException {
    assertThat(blocks("json"))
        .hasSize(1)
        .allSatisfy(text -> assertThat(again(text)).isEqualTo(text));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void eachValueIsWrittenAsItStands(String line) throws IOException {
    String text = "{\"brine\": \"expression\", \"version\": 1, \"root\": " + line + "}";

    JsonNode root = GoodFixture.json(again(text)).path("root");

    assertThat(root).isEqualTo(GoodFixture.json(line));
  }

  private static String again(String text) {
    PlaceholderDeserializer deserializer = new PlaceholderDeserializer();
    return ExpressionSerializer.toJson(deserializer.fromJson(text));
  }
}
