package dev.brine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the second pass found, by statement. */
final class Verdicts {

  private final Map<String, JsonNode> failures = new HashMap<>();

  private Verdicts() {}

  static Verdicts read(Path file) {
    Verdicts verdicts = new Verdicts();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .map(Batch::parse)
          .forEach(line -> verdicts.failures.put(line.get("id").asText(), line.get("failure")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return verdicts;
  }

  Verdict of(String id) {
    @Nullable JsonNode failure = failures.get(id);
    if (failure == null) {
      return Verdict.failed("the second pass did not get to it", "");
    }
    if (failure.isNull()) {
      return Verdict.PASSED;
    }
    String detail = failure.asText();
    return detail.startsWith("AssertionError")
        ? Verdict.failed("what came back compiles to something else", detail)
        : Verdict.failed("what came back fails: " + Verdict.general(detail), detail);
  }
}
