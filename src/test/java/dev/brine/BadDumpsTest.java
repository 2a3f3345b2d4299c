package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.error.BrineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code python-fixtures/bad} is refused as its index says, or its offence is kept.
 */
class BadDumpsTest {

  private static final Path BAD = FixtureDumps.FOLDER.resolve("bad");

  /** Loading keeps what it does not know, and cannot know what a dialect is able to say. */
  private static final Set<String> FOUND_WHEN_COMPILED = Set.of("unsupported", "dialect");

  static Stream<Map<String, String>> index() throws IOException {
    List<Map<String, String>> index =
        new JsonMapper().readValue(BAD.resolve("index.json").toFile(), new TypeReference<>() {});
    return index.stream();
  }

  static Stream<Map<String, String>> refusedWhenLoaded() throws IOException {
    return index().filter(entry -> !FOUND_WHEN_COMPILED.contains(entry.get("kind")));
  }

  static Stream<Map<String, String>> unsupported() throws IOException {
    return index().filter(entry -> "unsupported".equals(entry.get("kind")));
  }

  @Test
  void thereAreManyOfEach() throws IOException {
    assertThat(refusedWhenLoaded()).hasSizeGreaterThan(100);
    assertThat(unsupported()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("refusedWhenLoaded")
  void isRefusedWithTheRightKind(Map<String, String> entry) {
    BrineException refusal = catchThrowableOfType(BrineException.class, () -> load(entry));

    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(entry.get("kind"));
    assertThat(refusal.getMessage()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void whatIsNotKnownIsRefusedOrKeptAndNamed(Map<String, String> entry) {
    try {
      assertThat(FixtureDumps.opaque(load(entry))).isNotEmpty();
    } catch (BrineException refusal) {
      assertThat(refusal.kind()).isEqualTo("unsupported");
    }
  }

  private static Object load(Map<String, String> entry) {
    byte[] dump = FixtureDumps.bytes(BAD.resolve(entry.getOrDefault("file", "")));
    return ExpressionSerializer.loads(dump, Shop.METADATA);
  }
}
