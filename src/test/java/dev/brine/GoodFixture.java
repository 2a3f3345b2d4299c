package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.catalog.PickledMetaData;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Opaque;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A construct of {@code python-fixtures/good}: its dump and what SQLAlchemy made of it. */
record GoodFixture(String name, JsonNode expected) {

  private static final Path FOLDER = Path.of("python-fixtures", "good", "2.0");
  private static final JsonMapper JSON = new JsonMapper();

  /** The tables the dumps refer to. */
  static final MetaData METADATA = PickledMetaData.read(bytes("metadata.pickle"));

  static Stream<GoodFixture> all() {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("expected.jsonl"))) {
      return lines.map(GoodFixture::parse).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoodFixture parse(String line) {
    try {
      JsonNode expected = JSON.readTree(line);
      return new GoodFixture(expected.path("name").textValue(), expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Object load() {
    return ExpressionSerializer.loads(bytes(name + ".p5.pickle"), METADATA);
  }

  /** What was loaded as something that has SQL; null if it has none, such as a list. */
  static @Nullable ClauseElement element(Object loaded) {
    if (loaded instanceof Table table) {
      return new TableRef(table);
    }
    if (loaded instanceof Column column) {
      return new TableRef(column.table()).column(column);
    }
    return loaded instanceof ClauseElement element ? element : null;
  }

  /** Whether there is something in it that is carried along without being understood. */
  static boolean hasOpaque(ClauseElement element) {
    return element instanceof Opaque
        || element.children().stream().anyMatch(GoodFixture::hasOpaque);
  }

  /** The forms that were recorded under a key, by dialect. */
  List<Form> forms(String key) {
    return expected.path(key).properties().stream()
        .map(entry -> new Form(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /** What SQLAlchemy printed for a dialect or in a style: text, an object with it, or an error. */
  record Form(String dialect, JsonNode expected) {

    boolean isError() {
      return expected.has("error");
    }
  }
}
