package dev.brine.pickle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The pickles that CPython made, in {@code python-fixtures/pickle}. */
public final class Fixtures {

  private static final Path FOLDER = Path.of("python-fixtures", "pickle");

  private Fixtures() {}

  /**
   * One line of a fixture file.
   *
   * @param source the file's name without its ending, such as {@code values-py313-p5}
   */
  public record Row(String source, List<String> cells) {

    String name() {
      return cells.get(0);
    }

    public byte[] pickle() {
      return Base64.getDecoder().decode(cells.get(cells.size() - 1));
    }

    int protocol() {
      return source.charAt(source.length() - 1) - '0';
    }

    @Override
    public String toString() {
      return source + " " + name();
    }
  }

  /** The names of the files that match the pattern, without their ending; at least one. */
  static List<String> sources(String pattern) {
    return rows(pattern).stream().map(Row::source).distinct().toList();
  }

  /** The rows of all files whose name matches the pattern; at least one. */
  public static List<Row> rows(String pattern) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Row> rows =
          files
              .filter(file -> file.getFileName().toString().matches(pattern + "\\.tsv"))
              .sorted()
              .flatMap(Fixtures::rows)
              .toList();
      if (rows.isEmpty()) {
        throw new IllegalStateException("no fixture matches " + pattern);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Row> rows(Path file) {
    String source = file.getFileName().toString().replace(".tsv", "");
    try {
      return Files.readAllLines(file).stream()
          .map(line -> new Row(source, List.of(line.split("\t", -1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
