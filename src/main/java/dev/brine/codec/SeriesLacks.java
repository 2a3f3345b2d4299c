package dev.brine.codec;

import dev.brine.error.UnsupportedConstructException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What other series than 2.0 cannot say at all: {@code series-lacks.txt}. */
final class SeriesLacks {

  private static final List<List<String>> TABLE = WordTable.read("series-lacks.txt");

  private SeriesLacks() {}

  /** By the path of a class or function in 2.0 the words for what the series has not got. */
  static Map<String, String> of(Series series) {
    Map<String, String> lacks = new HashMap<>();
    for (List<String> words : TABLE) {
      if (List.of(words.get(0).split(",", -1)).contains(series.toString())) {
        lacks.put(words.get(1), String.join(" ", words.subList(2, words.size())));
      }
    }
    return Map.copyOf(lacks);
  }

  /** The refusal of what a series has not got. */
  static UnsupportedConstructException refusal(DumpTarget target, String what) {
    return new UnsupportedConstructException(
        "SQLAlchemy %s has no %s".formatted(target, what),
        "say it otherwise, or dump for a series that has it");
  }
}
