package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.WordTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a target has in place of the classes and functions of 2.0. Immutable.
 *
 * @param lacks what it has nowhere
 * @param paths where it has what 2.0 has elsewhere, by the path in 2.0
 */
record TargetNames(Refusals lacks, Map<String, PyGlobal> paths) {

  private static final List<List<String>> TABLE =
      WordTable.read(TargetNames.class, "series-paths.txt");

  TargetNames {
    Objects.requireNonNull(lacks, "lacks");
    paths = Map.copyOf(paths);
  }

  /** Those of a series, with the paths of {@code series-paths.txt}. */
  static TargetNames of(Series series, Refusals lacks) {
    return new TargetNames(
        lacks,
        TABLE.stream()
            .filter(words -> List.of(words.get(0).split(",", -1)).contains(series.toString()))
            .collect(
                Collectors.toUnmodifiableMap(
                    words -> words.get(1) + "." + words.get(2),
                    words -> new PyGlobal(words.get(3), words.get(4)))));
  }

  /**
   * What stands in a graph for what is no object: of a name that of the same in the target.
   *
   * @throws dev.brine.error.UnsupportedConstructException if the target has it nowhere
   */
  Object ofNode(Object node) {
    return node instanceof PyGlobal name ? named(name) : node;
  }

  /**
   * The same where what was carried keeps the names that it was read with, if the target has them.
   */
  Object ofCarried(Object node) {
    return node instanceof PyGlobal name ? moved(name) : node;
  }

  /** The name of the same in the target. */
  PyGlobal named(PyGlobal name) {
    // Carried in the state of a user's object it has the path of whatever wrote it.
    return PythonClasses.canonical(name.path()).equals(PythonClasses.IMMUTABLE_DICT.path())
        ? PythonClasses.IMMUTABLE_DICT
        : moved(name);
  }

  private PyGlobal moved(PyGlobal name) {
    lacks.check(name.path());
    lacks.check(name.module());
    return paths.getOrDefault(name.path(), name);
  }
}
