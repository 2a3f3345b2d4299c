package dev.brine.series;

import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Load;
import dev.brine.expr.LoadElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Up to 1.4 an option for an attribute took the place of one given before (rel_1_4_54, {@code
 * orm/strategy_options.py: _set_for_path}); 2.0 refuses two of them.
 */
public final class SupersededLoads {

  private SupersededLoads() {}

  /** The options that are left, and of each what is left. */
  public static List<ExecutableOption> without(List<ExecutableOption> options) {
    List<LoadElement> later = new ArrayList<>();
    List<ExecutableOption> left = new ArrayList<>();
    for (int i = options.size() - 1; i >= 0; i--) {
      if (options.get(i) instanceof Load load) {
        List<LoadElement> elements =
            load.elements().stream().filter(each -> !isSuperseded(each, later)).toList();
        if (!elements.isEmpty() || load.elements().isEmpty()) {
          left.add(new Load(load.path(), elements, load.propagates(), load.additionalSources()));
        }
        later.addAll(load.elements());
      } else {
        left.add(options.get(i));
      }
    }
    Collections.reverse(left);
    return left;
  }

  private static boolean isSuperseded(LoadElement element, List<LoadElement> later) {
    return later.stream()
        .anyMatch(
            each ->
                each.path().equals(element.path())
                    && each.kind() == element.kind()
                    && !each.strategy().isEmpty());
  }
}
