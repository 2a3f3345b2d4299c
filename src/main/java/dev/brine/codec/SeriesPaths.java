package dev.brine.codec;

import dev.brine.pickle.PyGlobal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where other series have the classes and functions of 2.0: {@code series-paths.txt}. */
final class SeriesPaths {

  private static final List<List<String>> TABLE = WordTable.read("series-paths.txt");

  private SeriesPaths() {}

  /** The paths of a series by those of 2.0; only those that differ. */
  static Map<String, PyGlobal> of(Series series) {
    return TABLE.stream()
        .filter(words -> List.of(words.get(0).split(",", -1)).contains(series.toString()))
        .collect(
            Collectors.toUnmodifiableMap(
                words -> words.get(1) + "." + words.get(2),
                words -> new PyGlobal(words.get(3), words.get(4))));
  }
}
