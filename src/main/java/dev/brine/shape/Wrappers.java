package dev.brine.shape;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What lies in objects that do no more than stand around others. Stateless. */
public final class Wrappers {

  /** No dump has so many around one another, unless it holds one that is around itself. */
  private static final int MOST = 100;

  private Wrappers() {}

  /**
   * The innermost of nodes around one another.
   *
   * @param inside what a node stands around; null if it is no such node
   * @return null if there are too many, which may be because one is around itself
   */
  public static @Nullable Object innermost(
      @Nullable Object node, UnaryOperator<@Nullable Object> inside) {
    Object current = node;
    for (int i = 0; i < MOST; i++) {
      Object next = inside.apply(current);
      if (next == null) {
        return current;
      }
      current = next;
    }
    return null;
  }
}
