package dev.brine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of thing that a series has occurs in some dump by that series, under the class path it
 * has there, but for those in {@code not-in-series-fixtures.txt}, each with its reason.
 */
class SeriesCoverageTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "dev", "brine");
  private static final String GONE = "-";

  /** The protocol in which a class path is plain text; every build has it. */
  private static final int PROTOCOL = 2;

  private static final Pattern GLOBAL = Pattern.compile("c(sqlalchemy[\\w.]*)\n([\\w.]+)\n");

  /** Of each kind, from which series on it has which class path. */
  private record Kind(String name, TreeMap<String, String> paths) {

    static Kind parse(String line) {
      String[] words = line.split(" ");
      TreeMap<String, String> paths = new TreeMap<>();
      for (String word : List.of(words).subList(1, words.length)) {
        String[] parts = word.split("=", 2);
        paths.put(parts[0], parts[1]);
      }
      return new Kind(words[0], paths);
    }

    boolean isIn(String series) {
      var path = paths.floorEntry(series);
      return path != null && !path.getValue().equals(GONE);
    }

    boolean isAmong(Set<String> globals, String series) {
      return globals.contains("sqlalchemy." + paths.floorEntry(series).getValue());
    }
  }

  static List<String> series() {
    return Stream.concat(SeriesFixture.allSeries().stream(), Stream.of("2.0")).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("series")
  void everyKindThatTheSeriesHasIsInADump(String series) throws IOException {
    Set<String> globals = globals(series);

    Set<String> missing =
        kinds().stream()
            .filter(kind -> kind.isIn(series) && !kind.isAmong(globals, series))
            .map(Kind::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEqualTo(exceptions(series));
  }

  @Test
  void theKindsWereFound() throws IOException {
    assertThat(kinds()).hasSizeGreaterThan(300);
    assertThat(globals("2.0")).hasSizeGreaterThan(300);
  }

  private static List<Kind> kinds() throws IOException {
    return lines("class-paths.txt").stream().map(Kind::parse).toList();
  }

  /** A line: the kind, the series in which it is not looked for, the reason. */
  private static Set<String> exceptions(String series) throws IOException {
    return lines("not-in-series-fixtures.txt").stream()
        .map(line -> line.split(" ", 3))
        .filter(words -> List.of(words[1].split(",")).contains(series))
        .peek(words -> assertThat(words).as("a reason").hasSize(3))
        .map(words -> words[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Set<String> globals(String series) {
    Set<String> globals = new TreeSet<>();
    dumps(series)
        .forEach(
            dump -> {
              Matcher global = GLOBAL.matcher(new String(dump, ISO_8859_1));
              while (global.find()) {
                globals.add(global.group(1) + "." + global.group(2));
              }
            });
    return globals;
  }

  private static Stream<byte[]> dumps(String series) {
    Stream<byte[]> core =
        series.equals("2.0")
            ? FixtureDumps.in(Shop.GOOD).stream()
                .filter(dump -> dump.toString().endsWith(".p" + PROTOCOL + ".pickle"))
                .map(FixtureDumps::bytes)
            : SeriesFixture.builds(series).stream()
                .flatMap(build -> SeriesFixture.of(series, build))
                .map(fixture -> fixture.dump(PROTOCOL));
    return Stream.concat(core, orm(series));
  }

  private static Stream<byte[]> orm(String series) {
    return Music.SERIES.contains(series)
        ? OrmFixture.of(series)
            .filter(fixture -> fixture.protocols().contains(PROTOCOL))
            .map(fixture -> fixture.dump(PROTOCOL))
        : Stream.empty();
  }
}
