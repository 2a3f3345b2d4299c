package dev.brine.expr;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/**
 * The steps into a JSON document, texts and numbers, as Java writes them: a list that is dumped as
 * the tuple that Python's users write, {@code document[("a", 1)]}.
 */
public final class JsonPath extends AbstractList<Object> {

  private final List<Object> steps;

  public JsonPath(Collection<?> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public Object get(int index) {
    return steps.get(index);
  }

  @Override
  public int size() {
    return steps.size();
  }
}
