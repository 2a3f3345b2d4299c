package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An ORM construct of {@code python-fixtures/good/<series>/orm}: its dumps and what SQLAlchemy made
 * of it once it had loaded them.
 */
public record OrmFixture(String series, String name, JsonNode dumps, JsonNode expected) {

  /** All that could be dumped, series by series and family by family. */
  public static Stream<OrmFixture> all() {
    return Music.SERIES.stream().flatMap(OrmFixture::of);
  }

  /** Those of one series, {@code "2.0"}. */
  public static Stream<OrmFixture> of(String series) {
    Map<String, JsonNode> dumps = new HashMap<>();
    lines(series, "dumps").forEach(line -> dumps.put(line.path("name").textValue(), line));
    return lines(series, "expected")
        .map(line -> of(series, dumps, line))
        .filter(fixture -> !fixture.dumps.isEmpty());
  }

  private static OrmFixture of(String series, Map<String, JsonNode> dumps, JsonNode expected) {
    String name = expected.path("name").textValue();
    JsonNode dump = Objects.requireNonNull(dumps.get(name), name);
    return new OrmFixture(series, name, dump.path("dumps"), expected);
  }

  private static Stream<JsonNode> lines(String series, String folder) {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> families = Files.list(Music.good(series).resolve(folder))) {
      for (Path family : families.sorted().toList()) {
        Files.readAllLines(family).forEach(line -> lines.add(GoodFixture.json(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stream();
  }

  public String family() {
    return expected.path("family").textValue();
  }

  /**
   * What it is: query, select, change, class, mapper, aliased, attribute, property, option, bundle,
   * expression, table, session, engine, list or dict; empty where Python cannot load it again.
   */
  public String kind() {
    return expected.path("kind").asText("");
  }

  /** Its dump at the newest protocol. */
  public byte[] dump() {
    return dump(5);
  }

  public byte[] dump(int protocol) {
    return Base64.getDecoder().decode(dumps.path(Integer.toString(protocol)).textValue());
  }

  /** The protocols it was dumped at. */
  public List<Integer> protocols() {
    return dumps.properties().stream().map(entry -> Integer.valueOf(entry.getKey())).toList();
  }

  /** What {@code loads} makes of it with {@link Music#OPTIONS}: without any mapping. */
  public Object load() {
    return ExpressionSerializer.loads(dump(), Music.OPTIONS);
  }

  /**
   * Whether Python itself cannot use the dump again, so that nothing but {@code original} is known.
   */
  public boolean isOnlyForBrine() {
    return expected.has("reload");
  }

  /** Whether SQLAlchemy lost something in dumping it, so that it is not what it was made as. */
  public boolean isLossy() {
    return expected.has("original");
  }

  /**
   * The forms recorded under {@code sql}, or {@code labelled}, which is how a Query names its
   * columns when it is run; by dialect, each complete.
   */
  public List<GoodFixture.Form> forms(String key) {
    return RecordedForms.complete(expected.path(key));
  }

  /**
   * The same construct as it was before it was dumped, where SQLAlchemy lost something in that:
   * what is the same was not recorded twice.
   */
  OrmFixture original() {
    if (!isLossy()) {
      return this;
    }
    ObjectNode before = expected.deepCopy();
    before.setAll((ObjectNode) expected.path("original"));
    return new OrmFixture(series, name, dumps, before);
  }

  /** What fetching it gives, a row each; or an object with {@code error}. */
  public JsonNode result() {
    return expected.path("result");
  }

  /**
   * The statements that were sent to SQLite for it, in order: {@code sql} and {@code params} or
   * {@code many}.
   */
  public List<JsonNode> statements() {
    List<JsonNode> statements = new ArrayList<>();
    expected.path("statements").forEach(statements::add);
    return statements;
  }

  @Override
  public String toString() {
    return series + " " + name;
  }
}
