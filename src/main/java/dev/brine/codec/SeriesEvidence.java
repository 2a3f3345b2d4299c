package dev.brine.codec;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells by class paths and state keys which series wrote a graph. The table says how it is known.
 */
final class SeriesEvidence {

  private static final String TABLE = "series-evidence.txt";
  private static final String WHOLE_CLASS = "-";
  private static final Map<String, SeriesRange> RANGES = read();

  private SeriesRange found = SeriesRange.ANY;

  private static Map<String, SeriesRange> read() {
    try (InputStream table =
            Objects.requireNonNull(SeriesEvidence.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  (String[] parts) -> parts[0] + " " + parts[1], SeriesEvidence::range));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of our own jar
    }
  }

  private static SeriesRange range(String[] parts) {
    return new SeriesRange(Series.of(parts[2]), Series.of(parts[3]));
  }

  /** Takes a node of the graph into account. */
  void add(Object node) {
    if (node instanceof PyGlobal global) {
      add(RANGES.get(global.path() + " " + WHOLE_CLASS));
    } else if (node instanceof PyObject object && object.isInstance()) {
      String path = object.className();
      add(RANGES.get(path + " " + WHOLE_CLASS));
      object.stateDict().forEach((key, value) -> add(RANGES.get(path + " " + Texts.of(key))));
      object.slotState().forEach((key, value) -> add(RANGES.get(path + " " + Texts.of(key))));
    }
  }

  private void add(@Nullable SeriesRange range) {
    if (range != null) {
      found = found.and(range);
    }
  }

  SeriesRange found() {
    return found;
  }
}
