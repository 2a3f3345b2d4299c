package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of {@code python-fixtures/music} as one SQLAlchemy exported them, and what that
 * SQLAlchemy says of them: {@code python-fixtures/mapping}.
 */
record MappingFixture(String version, String catalogue, List<JsonNode> facts) {

  static final List<String> VERSIONS = List.of("1.3.24", "1.4.54", "2.0.58", "2.1.0b3");

  private static final Path FOLDER = Path.of("python-fixtures", "mapping");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, MappingFixture> READ = new ConcurrentHashMap<>();
  private static final Map<String, Catalog> CATALOGS = new ConcurrentHashMap<>();

  static MappingFixture of(String version) {
    return READ.computeIfAbsent(version, MappingFixture::read);
  }

  private static MappingFixture read(String version) {
    Path folder = FOLDER.resolve(version);
    try {
      return new MappingFixture(
          version,
          Files.readString(folder.resolve("catalogue.json")),
          Files.readAllLines(folder.resolve("facts.jsonl")).stream()
              .map(MappingFixture::json)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalog load() {
    return CATALOGS.computeIfAbsent(version, key -> CatalogJson.read(catalogue));
  }

  @Override
  public String toString() {
    return version;
  }
}
