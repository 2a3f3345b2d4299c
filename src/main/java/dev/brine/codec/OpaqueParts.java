package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.Opaque;
import dev.brine.mapping.Entity;
import dev.brine.mapping.NamedRow;
import dev.brine.shape.PickledState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is carried without being understood, for another form than the pickle to carry it too. One
 * instance puts one structure together again; not thread-safe.
 */
public final class OpaqueParts {

  private final GraphToExpr decoder;

  /**
   * @param resolver finds what the Python classes are mapped to
   */
  public OpaqueParts(EntityResolver resolver) {
    this.decoder = new GraphToExpr(new NameCodec(), resolver);
  }

  /** The object that is carried. */
  public static Object node(Opaque opaque) {
    return opaque.graph() instanceof OpaqueGraph graph ? graph.node() : opaque.graph();
  }

  /** The object that an instance or a row was read from; null of anything else. */
  public static @Nullable Object source(@Nullable Object row) {
    if (row instanceof Entity entity && entity.state() instanceof PickledState state) {
      return node(state.source());
    }
    return row instanceof NamedRow named && named.source() instanceof Opaque source
        ? node(source)
        : null;
  }

  /**
   * The elements that are parts of what is not understood as well, and the nodes they are there; by
   * identity.
   *
   * @param root what {@link ExprToGraph} takes
   */
  public static Map<ClauseElement, Object> origins(@Nullable Object root) {
    return ExprToGraph.sharedParts(root).origins();
  }

  /** Says that an element and a node within what is not understood are one. */
  public void link(Object node, ClauseElement element) {
    decoder.link(node, element);
  }

  /**
   * The element that carries an object.
   *
   * @param path where it was met, for messages
   */
  public Opaque opaque(String className, @Nullable String reason, Object node, String path) {
    return new Opaque(className, reason, decoder.opaque(node, GraphPath.of(path)));
  }

  /** The instance or row that an object of Python is, or whatever else a dump of it alone holds. */
  public @Nullable Object root(Object node) {
    return decoder.root(node, GraphPath.ROOT);
  }
}
