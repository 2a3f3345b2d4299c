package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.GoodFixture;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.series.PortableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same bytes are to the first and last releases of 1.4, 2.0 and 2.1 what each of them builds
 * itself; what not all of them have is refused.
 */
class PortableIT {

  private static final Path FIXTURES = Path.of("python-fixtures");
  private static final DumpOptions OPTIONS = DumpOptions.DEFAULT.withTarget(PortableForm.PORTABLE);

  /** By the name of the construct, in which order a release is asked about them. */
  private static final Map<String, byte[]> DUMPS = new TreeMap<>();

  private static final List<String> REFUSED = new ArrayList<>();

  @BeforeAll
  static void dump() {
    GoodFixture.all().forEach(PortableIT::dump);
  }

  private static void dump(GoodFixture fixture) {
    try {
      DUMPS.put(fixture.name(), ExpressionSerializer.dumps(fixture.load(), OPTIONS));
    } catch (UnsupportedConstructException e) {
      REFUSED.add(fixture.name());
    }
  }

  @Test
  void whatNotAllOfThemHaveIsRefused() throws IOException {
    assertThat(REFUSED).containsExactlyInAnyOrderElementsOf(lines("portable-refused.txt"));
    assertThat(DUMPS).hasSizeGreaterThan(2800);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.4.0", "1.4.54", "2.0.0", "2.0.58", "2.1.0b3"})
  void eachMakesOfItWhatItMakesOfItsOwn(String version) throws IOException {
    LivingPython python = PortablePython.of(version);
    List<String> differing = new ArrayList<>();
    List<String> failing = new ArrayList<>();

    for (Map.Entry<String, byte[]> dump : DUMPS.entrySet()) {
      JsonNode answer =
          python.askAnyway(
              python
                  .question("compare")
                  .put("name", dump.getKey())
                  .put("dump", LivingPython.base64(dump.getValue())));
      if (answer.has("error")) {
        failing.add(dump.getKey() + ": " + answer.path("message").asText());
      } else if (answer.path("verdict").asText().equals("differs")) {
        differing.add(dump.getKey());
      }
    }

    assertThat(failing).isEmpty();
    assertThat(differing).containsExactlyInAnyOrderElementsOf(gaps(version));
  }

  /** The constructs that a release prints otherwise than its own. */
  private static List<String> gaps(String version) throws IOException {
    return lines("portable-gaps.txt").stream()
        .map(line -> line.split(" "))
        .filter(words -> List.of(words).contains(version))
        .map(words -> words[0])
        .toList();
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(FIXTURES.resolve(file)).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
