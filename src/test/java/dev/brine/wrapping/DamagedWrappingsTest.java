package dev.brine.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.BrineException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happened to the bytes on their way, they are unwrapped, left alone or refused. */
class DamagedWrappingsTest {

  private static final int DAMAGES = 300;
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT.with(Limit.MAX_BYTES, 1 << 20);

  static List<Path> wrapped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("python-fixtures/wrapped"))) {
      return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void damageIsNeverADefect(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(file.hashCode());

    for (int i = 0; i < DAMAGES; i++) {
      unwrap(damaged(whole, random));
    }
  }

  /** The start of a file is where formats are told apart. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] copy = whole.clone();
    int near = random.nextBoolean() ? Math.min(40, copy.length) : copy.length;
    switch (random.nextInt(3)) {
      case 0 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
      case 1 -> copy[random.nextInt(near)] = (byte) random.nextInt(256);
      default -> copy = Arrays.copyOfRange(copy, random.nextInt(near), copy.length);
    }
    return copy;
  }

  private static void unwrap(byte[] content) {
    try {
      Wrapped found = Wrappings.unwrap(content, LIMITS);
      assertThat(found.dump()).isNotNull();
      found.metadata();
    } catch (BrineException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
  void jsonIsReadInUtf8Alone(String charset) {
    byte[] json = "{\"query\": \"Ti4=\", \"é\": 1}".getBytes(Charset.forName(charset));

    unwrap(json);
    unwrap(Arrays.copyOf(json, json.length - 3));
  }

  @Test
  void aByteOrderMarkBeforeJsonStays() {
    byte[] json = "\ufeff {\"query\": \"gAROLg==\"}\n".getBytes(StandardCharsets.UTF_8);

    Wrapped found = Wrappings.unwrap(json);

    assertThat(found).hasToString("json ($.query), base64");
    assertThat(found.rewrap(found.dump())).isEqualTo(json);
  }

  @Test
  void charactersOfEveryLengthBeforeTheDumpStay() {
    byte[] json =
        "{\"é☃😀\\u00e9\": \"é☃😀\\n\", \"query\": \"gAROLg==\"}".getBytes(StandardCharsets.UTF_8);

    Wrapped found = Wrappings.unwrap(json);

    assertThat(found.rewrap(found.dump())).isEqualTo(json);
  }
}
