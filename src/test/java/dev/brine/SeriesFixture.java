package dev.brine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A construct of {@code python-fixtures/good/<series>}, of any series but 2.0: its dumps by one
 * build of SQLAlchemy, and what the series made of it.
 */
public record SeriesFixture(
    String series, String build, String name, JsonNode dumps, JsonNode expected) {

  private static final Path GOOD = Path.of("python-fixtures", "good");

  /** The series that have such fixtures, in order. */
  public static List<String> allSeries() {
    return names(GOOD).stream()
        .filter(series -> Files.isDirectory(GOOD.resolve(series).resolve("dumps")))
        .toList();
  }

  /** The builds of a series, such as {@code py39}. */
  public static List<String> builds(String series) {
    return names(GOOD.resolve(series).resolve("dumps"));
  }

  /** The build of a series whose SQL and rows are recorded: as {@code past/generate.py} has it. */
  public static String recordedBuild(String series) {
    return builds(series).stream()
        .filter(build -> !build.endsWith("-c"))
        .max(Comparator.comparingInt(SeriesFixture::python))
        .orElseThrow();
  }

  /** Of {@code py36} 36, of {@code py311} 311. */
  private static int python(String build) {
    return Integer.parseInt(build.replaceFirst("^py(\\d+).*", "$1"));
  }

  /** What a build dumped, family by family. */
  public static Stream<SeriesFixture> of(String series, String build) {
    Map<String, JsonNode> expected = expected(series);
    Path dumps = GOOD.resolve(series).resolve("dumps").resolve(build);
    return names(dumps).stream()
        .flatMap(family -> lines(dumps.resolve(family)).stream())
        .map(line -> of(series, build, line, expected));
  }

  /** The constructs that 2.0 has no words for, though another series has. */
  public static Stream<SeriesFixture> not20() {
    Set<String> known = GoodFixture.all().map(GoodFixture::name).collect(Collectors.toSet());
    return allSeries().stream()
        .flatMap(series -> of(series, recordedBuild(series)))
        .filter(fixture -> !known.contains(fixture.name()));
  }

  private static SeriesFixture of(
      String series, String build, JsonNode line, Map<String, JsonNode> expected) {
    String name = line.path("name").textValue();
    return new SeriesFixture(
        series, build, name, line.path("dumps"), Objects.requireNonNull(expected.get(name), name));
  }

  /** What the series says of each construct by its name: why it has none, if it has none. */
  static Map<String, JsonNode> expected(String series) {
    Path folder = GOOD.resolve(series).resolve("expected");
    Map<String, JsonNode> expected = new HashMap<>();
    for (String family : names(folder)) {
      lines(folder.resolve(family))
          .forEach(line -> expected.put(line.path("name").textValue(), line));
    }
    return expected;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> lines(Path file) {
    List<JsonNode> lines = new ArrayList<>();
    boolean isPacked = file.toString().endsWith(".gz");
    try (var bytes = Files.newInputStream(file);
        var text = isPacked ? new GZIPInputStream(bytes) : bytes;
        var reader = new BufferedReader(new InputStreamReader(text, UTF_8))) {
      reader.lines().forEach(line -> lines.add(GoodFixture.json(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The protocols it was dumped at. */
  public List<Integer> protocols() {
    return dumps.properties().stream().map(entry -> Integer.valueOf(entry.getKey())).toList();
  }

  public byte[] dump(int protocol) {
    return dumps.path(Integer.toString(protocol)).textValue().getBytes(ISO_8859_1);
  }

  /** Its dump at the newest of its protocols. */
  public byte[] dump() {
    return dump(protocols().stream().max(Integer::compare).orElseThrow());
  }

  /** What {@code loads} makes of it, over the tables that 2.0 pickled. */
  public Object load() {
    return ExpressionSerializer.loads(dump(), Shop.METADATA);
  }

  /** The forms recorded under {@code sql} by dialect, each complete. */
  List<GoodFixture.Form> forms() {
    return RecordedForms.complete(expected.path("sql"));
  }

  @Override
  public String toString() {
    return series + " " + build + " " + name;
  }
}
