package dev.brine.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where in the graph a node stands, printed like {@code $._where_criteria[0].left}. Kept as links
 * to the parent, and put into words when printed, because most paths never are.
 *
 * @param parent null for where the path begins
 * @param name of the attribute; of the beginning what it is called
 * @param index of the item; {@link #NO_INDEX} for an attribute
 */
record GraphPath(@Nullable GraphPath parent, String name, int index) {

  private static final int NO_INDEX = -1;

  static final GraphPath ROOT = of("$");

  /** A path that begins with what is called so. */
  static GraphPath of(String beginning) {
    return new GraphPath(null, beginning, NO_INDEX);
  }

  GraphPath attribute(String attribute) {
    return new GraphPath(this, attribute, NO_INDEX);
  }

  GraphPath index(int item) {
    return new GraphPath(this, "", item);
  }

  private String step() {
    if (parent == null) {
      return name;
    }
    return index == NO_INDEX ? "." + name : "[" + index + "]";
  }

  @Override
  public String toString() {
    Deque<String> steps = new ArrayDeque<>();
    for (GraphPath path = this; path != null; path = path.parent) {
      steps.push(path.step());
    }
    return String.join("", steps);
  }
}
