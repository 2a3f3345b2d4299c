package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.Opaque;
import java.util.List;

/**
 * What an {@link Opaque} carries: the object as it was read.
 *
 * @param node the object
 * @param elements what other objects of the same pickle were read as, by identity: a part that this
 *     object shares with one that was understood must be one again when both are written
 * @param decoder what reads the parts of this object, should anybody ask for them
 * @param path where in the pickle the object was met
 */
record OpaqueGraph(Object node, ElementTable elements, GraphToExpr decoder, GraphPath path)
    implements Opaque.Holder {

  @Override
  public List<ClauseElement> arguments(Opaque element) {
    CustomElement custom = CustomElement.of(element);
    ClauseElement arguments = custom == null ? null : custom.arguments();
    return arguments == null ? List.of() : List.of(arguments);
  }

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
