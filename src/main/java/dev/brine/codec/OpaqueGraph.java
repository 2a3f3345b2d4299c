package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import java.util.Map;

/**
 * What an {@link dev.brine.expr.Opaque} carries: the object as it was read.
 *
 * @param node the object
 * @param elements what other objects of the same pickle were read as, by identity: a part that this
 *     object shares with one that was understood must be one again when both are written
 */
record OpaqueGraph(Object node, Map<Object, ClauseElement> elements) {

  @Override
  public boolean equals(Object other) {
    return other instanceof OpaqueGraph that && node == that.node;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(node);
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
