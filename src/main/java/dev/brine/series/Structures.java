package dev.brine.series;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PythonTuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may be dumped: an element, or a list, tuple or dict of such. Stateless. */
public final class Structures {

  private Structures() {}

  /** The structure with each element in it changed; what else it holds stays. */
  public static @Nullable Object changed(
      @Nullable Object root, UnaryOperator<ClauseElement> change) {
    if (root instanceof ClauseElement element) {
      return change.apply(element);
    }
    if (root instanceof List<?> list) {
      return each(list, change);
    }
    if (root instanceof PythonTuple tuple) {
      return new PythonTuple(each(tuple.elements(), change));
    }
    if (root instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, value) -> changed.put(changed(key, change), changed(value, change)));
      return changed;
    }
    return root;
  }

  private static List<@Nullable Object> each(List<?> items, UnaryOperator<ClauseElement> change) {
    List<@Nullable Object> changed = new ArrayList<>(items.size());
    items.forEach(item -> changed.add(changed(item, change)));
    return changed;
  }
}
