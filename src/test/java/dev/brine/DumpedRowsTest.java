package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.engine.JsonValues;
import dev.brine.pickle.PythonTuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances and rows that were dumped are read as what Python dumped, and written as they were. */
class DumpedRowsTest {

  private static final Path GOOD = Path.of("python-fixtures", "good");

  /** Python writes the method that makes a KeyFuncDict anew for each; here it is one object. */
  private static final Set<String> WRITTEN_SHORTER = Set.of("dict");

  /** A line of a {@code rows.jsonl}, at one protocol. */
  record Dump(String series, String name, String protocol, String base64, JsonNode rows) {

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
      return String.join(" ", series, name, protocol);
    }
  }

  static Stream<Dump> dumps() {
    try (Stream<Path> series = Files.list(GOOD)) {
      return series
          .sorted()
          .filter(each -> Files.exists(each.resolve("orm/rows.jsonl")))
          .toList()
          .stream()
          .flatMap(DumpedRowsTest::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Dump> of(Path series) {
    try {
      return Files.readAllLines(series.resolve("orm/rows.jsonl")).stream()
          .map(GoodFixture::json)
          .flatMap(line -> of(series.getFileName().toString(), line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Dump> of(String series, JsonNode line) {
    return line.path("dumps").properties().stream()
        .map(
            dump ->
                new Dump(
                    series,
                    line.path("name").textValue(),
                    dump.getKey(),
                    dump.getValue().textValue(),
                    line.path("rows")));
  }

  @Test
  void theDumpsWereFound() {
    assertThat(dumps().map(Dump::series).distinct())
        .contains("0.6", "0.7", "0.8", "1.0", "1.2", "1.3", "1.4", "2.0", "2.1");
    assertThat(dumps().count()).isGreaterThanOrEqualTo(450);
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void areReadAsWhatWasDumped(Dump dump) {
    Object loaded = ExpressionSerializer.loads(dump.bytes());

    assertThat(json(loaded)).isEqualTo(dump.rows());
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void areWrittenAsTheyWere(Dump dump) {
    int protocol = Integer.parseInt(dump.protocol());
    Object loaded = ExpressionSerializer.loads(dump.bytes());

    byte[] again = ExpressionSerializer.dumps(loaded, protocol);

    assertThat(json(ExpressionSerializer.loads(again))).isEqualTo(dump.rows());
    // Python 2 numbers its memo otherwise.
    if (!WRITTEN_SHORTER.contains(dump.name())
        && !dump.series().startsWith("0.")
        && !isNamedOtherwise(dump)) {
      assertThat(again).isEqualTo(dump.bytes());
    }
  }

  /** Whether it has an immutabledict by a path that 2.0, for which it is written, has not. */
  private static boolean isNamedOtherwise(Dump dump) {
    String text = new String(dump.bytes(), StandardCharsets.ISO_8859_1);
    return text.contains("cimmutabledict") || text.contains("_immutabledict_");
  }

  private static JsonNode json(Object loaded) {
    return GoodFixture.json(
        items(loaded).stream().map(JsonValues::item).collect(Collectors.joining(", ", "[", "]")));
  }

  private static List<?> items(Object loaded) {
    if (loaded instanceof List<?> list) {
      return list;
    }
    return loaded instanceof PythonTuple tuple ? tuple.elements() : List.of(loaded);
  }
}
