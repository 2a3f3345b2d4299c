package dev.brine.codec;

import dev.brine.expr.MappedClass;
import dev.brine.pickle.PyGlobal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How 1.3 writes what 2.0 writes otherwise, so that all its patch levels load it (rel_1_3_0 to
 * rel_1_3_24): the one place where such a list is registered.
 */
final class Shapes13 {

  private static final Map<String, PyGlobal> PATHS = paths();

  static final SeriesShapes SHAPES =
      new SeriesShapes(
          Shapes13::lowered,
          Stream.of(
                  SelectShapes13.ALL,
                  FromShapes13.ALL,
                  DmlShapes13.ALL,
                  ElementShapes13.ALL,
                  ComparisonShapes13.ALL,
                  TypeShapes13.ALL,
                  EntityShapes13.ALL,
                  QueryShapes13.ALL,
                  LoaderShapes13.ALL)
              .flatMap(List::stream)
              .toList(),
          Shapes13::other);

  private Shapes13() {}

  private static @Nullable Object lowered(@Nullable Object root) {
    LoweringTo13 lowering = new LoweringTo13();
    return Structures.changed(root, lowering::root);
  }

  private static Map<String, PyGlobal> paths() {
    Map<String, PyGlobal> paths = new HashMap<>();
    WordTable.read("paths-1.3.txt")
        .forEach(words -> paths.put(words.get(0), TypeClasses.ofText(words.get(1))));
    return Map.copyOf(paths);
  }

  /** What is no object: a class or function by its name, or a mapped class. */
  private static Object other(Object node) {
    if (node instanceof MappedClass mapped) {
      return EntityShapes13.selectable(mapped);
    }
    return node instanceof PyGlobal name ? global(name) : node;
  }

  private static PyGlobal global(PyGlobal name) {
    if (PythonClasses.canonical(name.path()).equals(PythonClasses.IMMUTABLE_DICT.path())) {
      return PythonClasses.IMMUTABLE_DICT;
    }
    Refusals13.check(name.path());
    Refusals13.check(name.module());
    return PATHS.getOrDefault(name.path(), name);
  }
}
