package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each series of the corpus recorded of its queries. */
final class RecordedQueries {

  /** The version that all others are compared with. */
  static final String PRESENT = "2_0_52";

  private final Path folder;
  private final Map<String, JsonNode> byVersion = new HashMap<>();

  RecordedQueries(Path open) {
    this.folder = open.resolve("expected");
  }

  /** The series of a build's folder, such as {@code 1_4} of {@code 1_4_54cext-py39}. */
  static String series(Path dump) {
    return build(dump).replaceFirst("^(\\d+_\\d+).*", "$1");
  }

  static String build(Path dump) {
    return Objects.requireNonNull(dump.getParent()).getFileName().toString();
  }

  static String query(Path dump) {
    return dump.getFileName().toString().replace(".pkl", "");
  }

  /** What 2.0 recorded of the query. */
  JsonNode present(Path dump) {
    return version(PRESENT).path(query(dump));
  }

  /** What a version recorded of the query. */
  JsonNode of(String version, Path dump) {
    return version(version).path(query(dump));
  }

  /** What the series that wrote the dump recorded of it. */
  JsonNode own(Path dump) {
    return version(recorded(series(dump))).path(query(dump));
  }

  /** Of each series one version was recorded. */
  private String recorded(String series) {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(version -> version.startsWith(series + "_"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode version(String version) {
    return byVersion.computeIfAbsent(version, this::read);
  }

  private JsonNode read(String version) {
    try {
      return new JsonMapper().readTree(folder.resolve(version + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SQL and its parameters, each with what Python's {@code repr} gives of its value. */
  static String text(JsonNode query) {
    List<String> params = new ArrayList<>();
    query
        .path("params")
        .forEach(
            param ->
                params.add(
                    param.path(0).asText() + "=" + PythonRepr.shortened(param.path(1).asText())));
    return query.path("sql").textValue() + " " + params.stream().sorted().toList();
  }
}
