package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Python's restricted {@code loads()} under series other than {@link EnvelopesIT}'s. */
class RestrictedSeriesIT {

  private static final Path FIXTURES = Path.of("python-fixtures");
  private static final Path WORKER = Path.of("compat-tests", "python", "restricted_worker.py");

  @ParameterizedTest
  @CsvSource({"1.4, py311-c", "2.1, py311"})
  void itGivesWhatSqlalchemysGives(String series, String build) throws IOException {
    LivingPython python =
        LivingPython.with(
            "restricted-" + series,
            FIXTURES.resolve("requirements").resolve("sqlalchemy-%s.txt".formatted(series)),
            WORKER);
    List<String> differences = new ArrayList<>();
    int loaded = 0;
    int unloadable = 0;
    for (Path family : families(FIXTURES.resolve("good").resolve(series).resolve("dumps"), build)) {
      String file = family.toAbsolutePath().toString();
      JsonNode answer = python.ask(python.question("restricted").put("dumps", file));
      answer.get("differences").forEach(each -> differences.add(each.asText()));
      loaded += answer.get("loaded").asInt();
      unloadable += answer.get("unloadable").asInt();
    }

    assertThat(differences).isEmpty();
    assertThat(loaded).isGreaterThan(8_000);
    assertThat(unloadable).isLessThan(loaded / 100);
  }

  private static List<Path> families(Path builds, String build) throws IOException {
    try (Stream<Path> files = Files.list(builds.resolve(build))) {
      return files.sorted().toList();
    }
  }
}
