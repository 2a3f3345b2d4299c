package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Texts;
import dev.brine.shape.WordTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells by class paths and state keys which series wrote a graph. The table says how it is known.
 */
public final class SeriesEvidence {

  private static final String TABLE = "series-evidence.txt";
  private static final String WHOLE_CLASS = "-";
  private static final Map<String, SeriesRange> RANGES = read();

  private SeriesRange found = SeriesRange.ANY;

  private static Map<String, SeriesRange> read() {
    return WordTable.read(SeriesEvidence.class, TABLE).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                (List<String> words) -> words.get(0) + " " + words.get(1), SeriesEvidence::range));
  }

  private static SeriesRange range(List<String> words) {
    return new SeriesRange(Series.of(words.get(2)), Series.of(words.get(3)));
  }

  /** Takes a node of the graph into account. */
  public void add(Object node) {
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

  public SeriesRange found() {
    return found;
  }
}
