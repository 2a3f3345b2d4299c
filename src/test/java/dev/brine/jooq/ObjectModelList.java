package dev.brine.jooq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code object-model.txt} says of each type of jOOQ's object model. */
final class ObjectModelList {

  /** By the simple name of the type. */
  static final Map<String, String> VERDICTS =
      lines()
          .map(line -> line.split(" ", 3))
          .collect(
              Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));

  /** Why a type is refused, by its simple name. */
  static final Map<String, String> REASONS =
      lines()
          .map(line -> line.split(" ", 3))
          .filter(words -> words.length > 2)
          .collect(
              Collectors.toMap(words -> words[0], words -> words[2], (a, b) -> a, TreeMap::new));

  private ObjectModelList() {}

  private static Stream<String> lines() {
    try (InputStream file = ObjectModelList.class.getResourceAsStream("object-model.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
