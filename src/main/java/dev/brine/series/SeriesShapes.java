package dev.brine.series;

import dev.brine.codec.ExprToGraph;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import dev.brine.pickle.GraphCopy;
import dev.brine.pickle.PyObject;
import dev.brine.shape.NotUnderstood;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the graph that {@link ExprToGraph} made, in the shape of 2.0, to that of another series:
 * the way back of {@link ReshapingRules}. For each series a list of classes whose objects it writes
 * otherwise, and what it calls what 2.0 has at another path. Immutable.
 */
public final class SeriesShapes {

  /** What is written. */
  private static final Map<DumpTarget, SeriesShapes> WRITTEN =
      Map.of(
          Series.V2_0,
          new SeriesShapes(
              root -> root, Shapes20.ALL, TargetNames.of(Series.V2_0, Refusals.V2_0)::ofCarried),
          Series.V1_3,
          Shapes13.SHAPES,
          Series.V1_4,
          new SeriesShapes(TargetNames.of(Series.V1_4, Refusals.V1_4), Shapes14.ALL),
          Series.V2_1,
          new SeriesShapes(TargetNames.of(Series.V2_1, Refusals.V2_1), Shapes21.ALL),
          PortableForm.PORTABLE,
          new SeriesShapes(
              Portability::understood, PortableShapes.ALL, PortablePaths.NAMES::ofNode));

  private final UnaryOperator<@Nullable Object> lowering;
  private final Map<String, Function<PyObject, Object>> changes;
  private final UnaryOperator<Object> others;

  /** Those of a series that has the words of 2.0. */
  private SeriesShapes(TargetNames names, List<SeriesShape> shapes) {
    this(root -> root, shapes, names::ofNode);
  }

  /**
   * Those of a series that lacks words of 2.0.
   *
   * @param lowering says the structure itself in the series' words
   * @param others what stands in its graphs for what is no object, such as a class of 2.0
   */
  SeriesShapes(
      UnaryOperator<@Nullable Object> lowering,
      List<SeriesShape> shapes,
      UnaryOperator<Object> others) {
    this.lowering = lowering;
    this.changes =
        shapes.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SeriesShape::className, SeriesShape::change, SeriesShapes::both));
    this.others = others;
  }

  /** One change after the other. */
  private static Function<PyObject, Object> both(
      Function<PyObject, Object> first, Function<PyObject, Object> second) {
    return first.andThen(changed -> second.apply((PyObject) changed));
  }

  /** Whether dumps for a target are written. */
  static boolean isWritten(DumpTarget target) {
    return WRITTEN.containsKey(target);
  }

  /**
   * The structure in words that a target has, of which the graph is to be made.
   *
   * @throws UnsupportedConstructException if it has none for a part of it
   */
  public static @Nullable Object lowered(@Nullable Object root, DumpTarget target) {
    SeriesShapes shapes = WRITTEN.get(target);
    return shapes == null ? root : shapes.lowering.apply(root);
  }

  /**
   * The graph as a target has it.
   *
   * @param isOf20 whether all of it is in the words of 2.0, and nothing as another series wrote it
   * @throws UnsupportedConstructException if the target cannot say it, or is none that is written
   */
  public static Object of(Object graph, boolean isOf20, DumpTarget target) {
    if (isOf20 && target == Series.V2_0) {
      return graph;
    }
    SeriesShapes shapes = WRITTEN.get(target);
    if (shapes == null) {
      throw new UnsupportedConstructException(
          "dumps for SQLAlchemy %s are not written".formatted(target),
          "choose one of " + DumpTarget.written());
    }
    Copy copy = shapes.new Copy();
    Object copied = copy.copy(graph);
    return copy.isChanged ? copied : graph;
  }

  private final class Copy extends GraphCopy {

    private boolean isChanged;

    @Override
    protected Object replace(Object node) {
      Object replaced = replaced(node);
      isChanged |= replaced != node;
      return replaced;
    }

    private Object replaced(Object node) {
      if (!(node instanceof PyObject object)) {
        return others.apply(node);
      }
      Function<PyObject, Object> change = changes.get(object.className());
      return change == null ? node : changed(object, change);
    }

    /**
     * The object in the target's shape. What was written just now has the shape that the changes
     * count on; an object within what is carried as it was read need not, and nobody has looked.
     */
    private Object changed(PyObject object, Function<PyObject, Object> change) {
      try {
        return change.apply(object);
      } catch (NotUnderstood
          | ClassCastException
          | NullPointerException
          | IndexOutOfBoundsException misshapen) {
        throw new UnsupportedConstructException(
            "%s in what is carried unread has not the shape that SQLAlchemy gives it: %s"
                .formatted(Wording.a(object.className()), misshapen.getMessage()),
            "'brine inspect' shows what is not understood; keep the dump in its own series",
            misshapen);
      }
    }
  }
}
