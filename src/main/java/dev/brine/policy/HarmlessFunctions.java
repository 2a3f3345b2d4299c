package dev.brine.policy;

import dev.brine.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of {@code harmless-functions.txt}. */
final class HarmlessFunctions {

  static final Set<String> NAMES = read();

  private HarmlessFunctions() {}

  private static Set<String> read() {
    String resource = "harmless-functions.txt";
    try (InputStream in =
        Objects.requireNonNull(HarmlessFunctions.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split(" +")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UsageException("the jar lacks " + resource, null, e);
    }
  }
}
