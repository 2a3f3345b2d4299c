package dev.brine.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where in the graph a node stands, printed like {@code $._where_criteria[0].left}. Kept as links
 * to the parent because most paths are never printed.
 */
record GraphPath(@Nullable GraphPath parent, String step) {

  static final GraphPath ROOT = new GraphPath(null, "$");

  GraphPath attribute(String name) {
    return new GraphPath(this, "." + name);
  }

  GraphPath index(int index) {
    return new GraphPath(this, "[" + index + "]");
  }

  @Override
  public String toString() {
    Deque<String> steps = new ArrayDeque<>();
    for (GraphPath path = this; path != null; path = path.parent) {
      steps.push(path.step);
    }
    return String.join("", steps);
  }
}
