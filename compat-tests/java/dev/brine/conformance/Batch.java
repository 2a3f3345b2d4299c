package dev.brine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.catalog.PickledMetaData;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements of a first pass; {@code conformance_plugin.py} says what its lines hold. */
final class Batch {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<TestStatement> statements = new ArrayList<>();
  private final Map<String, String> undumped = new LinkedHashMap<>();
  private final Map<Integer, byte[]> pickles = new HashMap<>();
  private final Map<Integer, MetaData> metadata = new HashMap<>();
  private int repeated;

  private Batch() {}

  static Batch read(Path file) {
    Batch batch = new Batch();
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> batch.add(parse(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return batch;
  }

  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(JsonNode line) {
    if (line.has("pickle")) {
      pickles.put(line.get("metadata").asInt(), bytes(line, "pickle"));
    } else if (line.has("undumped")) {
      undumped.put(line.get("id").asText(), line.get("undumped").asText());
    } else if (line.has("same")) {
      repeated++;
    } else {
      statements.add(statement(line));
    }
  }

  private static TestStatement statement(JsonNode line) {
    JsonNode metadata = line.get("metadata");
    JsonNode ceiling = line.get("ceiling");
    JsonNode compiled = line.get("compiled");
    return new TestStatement(
        line.get("id").asText(),
        bytes(line, "dump"),
        metadata.isNull() ? null : Integer.valueOf(metadata.asInt()),
        ceiling.isNull() ? null : ceiling.asText(),
        compiled.isNull() ? null : new Compilation(compiled),
        line.get("ddl").asBoolean());
  }

  private static byte[] bytes(JsonNode line, String key) {
    return Base64.getDecoder().decode(line.get(key).asText());
  }

  /** Each only once, however often the tests have it. */
  List<TestStatement> statements() {
    return statements;
  }

  /** Those that Python cannot dump, with the reason. */
  Map<String, String> undumped() {
    return undumped;
  }

  /** How often a statement was the same as one before. */
  int repeated() {
    return repeated;
  }

  /** The tables of a statement, read when they are first asked for. */
  @Nullable MetaData metadata(TestStatement statement) {
    Integer number = statement.metadata();
    return number == null
        ? null
        : metadata.computeIfAbsent(
            number, key -> PickledMetaData.read(Objects.requireNonNull(pickles.get(key))));
  }
}
