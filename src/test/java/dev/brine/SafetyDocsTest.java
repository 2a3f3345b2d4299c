package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.pickle.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/safety.md} says of the limits is what they are. */
class SafetyDocsTest {

  private static final Path DOCS = Path.of("docs", "safety.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(max\\w+)` \\| (?:heap / (\\d+), at most )?(\\d+) \\| .+ \\|");

  @Test
  void theTableHasEachLimitWithItsDefault() throws IOException {
    Map<Limit, Long> expected = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      expected.put(limit, limit.usual());
    }

    assertThat(documented()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static Map<Limit, Long> documented() throws IOException {
    Map<Limit, Long> found = new EnumMap<>(Limit.class);
    for (String line : Files.readAllLines(DOCS)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        long most = Long.parseLong(row.group(3));
        String part = row.group(2);
        long usual =
            part == null
                ? most
                : Math.min(most, Runtime.getRuntime().maxMemory() / Long.parseLong(part));
        found.put(Limit.named(row.group(1)), usual);
      }
    }
    return found;
  }
}
