package dev.brine.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Python wrapped: each file of {@code python-fixtures/wrapped}. */
class PythonWrappingsTest {

  private static final Path FOLDER = Path.of("python-fixtures/wrapped");

  /** Another dump, which needs characters that the first may not. */
  private static final byte[] OTHER = latin1("\u0080\u0004C\n'\"\\\u00ff>>>???\u0085.");

  record Case(String file, List<String> wrappings) {

    byte[] content() throws IOException {
      return Files.readAllBytes(FOLDER.resolve(file));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> all = new ArrayList<>();
    for (String index : List.of("index.json", "python2.json")) {
      all.addAll(
          new JsonMapper().readValue(FOLDER.resolve(index).toFile(), new TypeReference<>() {}));
    }
    return all;
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] dump() throws IOException {
    return Files.readAllBytes(Path.of("python-fixtures/demo/report.pickle"));
  }

  @Test
  void everyKindIsThere() throws IOException {
    assertThat(cases().stream().flatMap(each -> each.wrappings().stream()).distinct())
        .containsExactlyInAnyOrder(
            Arrays.stream(WrappingKind.values())
                // Python writes it by a module of Brine's own; its vectors are tried by themselves.
                .filter(kind -> kind != WrappingKind.SIGNED)
                .map(WrappingKind::toString)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTakenOffAndNamed(Case wrapped) throws IOException {
    Wrapped found = Wrappings.unwrap(wrapped.content());

    assertThat(found.wrappings())
        .extracting(each -> each.kind().toString())
        .isEqualTo(wrapped.wrappings());
    // A line break behind the STOP is no part of the pickle.
    assertThat(found.dump()).startsWith(dump()).hasSizeLessThan(dump().length + 2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isPutOnAgain(Case wrapped) throws IOException {
    Wrapped found = Wrappings.unwrap(wrapped.content());

    Wrapped again = Wrappings.unwrap(found.rewrap(OTHER));

    assertThat(again.wrappings())
        .extracting(Wrapping::kind)
        .isEqualTo(found.wrappings().stream().map(Wrapping::kind).toList());
    assertThat(again.dump()).isEqualTo(OTHER);
  }

  /** But for compression and escapes in JSON, which differ between libraries. */
  @ParameterizedTest
  @MethodSource("cases")
  void textIsWrittenAsPythonWroteIt(Case wrapped) throws IOException {
    Wrapped found = Wrappings.unwrap(wrapped.content());
    boolean mayDiffer =
        wrapped.wrappings().stream().anyMatch(List.of("gzip", "zlib", "bz2", "latin-1")::contains);

    byte[] again = found.rewrap(found.dump());

    if (!mayDiffer) {
      assertThat(Arrays.equals(again, wrapped.content())).isTrue();
    }
  }
}
