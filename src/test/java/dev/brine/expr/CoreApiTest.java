package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function and method of SQLAlchemy's Core by which statements are written has the Java that
 * {@code python-fixtures/trees/api.txt} says, or the reason why it has none.
 */
class CoreApiTest {

  private static final Path LIST = Path.of("python-fixtures", "trees", "api.txt");
  private static final int AT_LEAST = 260;

  /**
   * A line of the list.
   *
   * @param java {@code Class#method} of this package, or a dash and why there is none
   */
  record Entry(String python, String java) {

    boolean isMissing() {
      return java.startsWith("-");
    }

    @Override
    public String toString() {
      return python;
    }
  }

  static List<Entry> entries() throws IOException {
    try (Stream<String> lines = Files.lines(LIST)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .map(parts -> new Entry(parts[0], parts[1]))
          .toList();
    }
  }

  static Stream<Entry> there() throws IOException {
    return entries().stream().filter(entry -> !entry.isMissing());
  }

  @ParameterizedTest
  @MethodSource("there")
  void isThere(Entry entry) throws ClassNotFoundException {
    String[] parts = entry.java().split("#", 2);
    Class<?> owner = Class.forName(getClass().getPackageName() + "." + parts[0]);

    assertThat(Stream.of(owner.getMethods(), owner.getDeclaredMethods()).flatMap(Arrays::stream))
        .extracting(Method::getName)
        .contains(parts[1]);
  }

  @Test
  void whatIsMissingHasAReason() throws IOException {
    assertThat(entries())
        .hasSizeGreaterThanOrEqualTo(AT_LEAST)
        .filteredOn(Entry::isMissing)
        .allSatisfy(entry -> assertThat(entry.java()).matches("- .{8,}"));
  }
}
