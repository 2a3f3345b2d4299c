package dev.brine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Queries of the corpus that come out otherwise in another series: in a file {@code query | builds
 * | reason}.
 *
 * @param builds a regular expression for the folders of the builds whose dumps do
 */
record MovedOtherwise(String query, String builds, String reason) {

  static List<MovedOtherwise> read(String resource) {
    try (InputStream table =
            Objects.requireNonNull(MovedOtherwise.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .map(parts -> new MovedOtherwise(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isOf(Path dump) {
    return RecordedQueries.query(dump).equals(query) && RecordedQueries.build(dump).matches(builds);
  }
}
