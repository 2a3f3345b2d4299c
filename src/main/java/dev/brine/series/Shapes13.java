package dev.brine.series;

import dev.brine.expr.MappedClass;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How 1.3 writes what 2.0 writes otherwise, so that all its patch levels load it (rel_1_3_0 to
 * rel_1_3_24): the one place where such a list is registered.
 */
final class Shapes13 {

  private static final TargetNames NAMES = TargetNames.of(Series.V1_3, Refusals.V1_3);

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
                  LoaderShapes13.ALL,
                  Shapes20.FUNCTIONS)
              .flatMap(List::stream)
              .toList(),
          Shapes13::other);

  private Shapes13() {}

  private static @Nullable Object lowered(@Nullable Object root) {
    LoweringTo13 lowering = new LoweringTo13();
    return Structures.changed(root, lowering::root);
  }

  /** What is no object: a class or function by its name, or a mapped class. */
  private static Object other(Object node) {
    if (node instanceof MappedClass mapped) {
      return EntityShapes13.selectable(mapped);
    }
    return NAMES.ofNode(node);
  }
}
