package dev.brine.mapping;

import dev.brine.expr.FromClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which classes below a class are loaded along with it: {@code with_polymorphic=}.
 *
 * @param isAll whether all are meant: {@code "*"}
 * @param classes the paths of the classes otherwise
 * @param selectable what is selected from instead of outer joins of their tables, such as a UNION
 *     of concrete tables; null for those joins
 */
public record WithPolymorphic(
    boolean isAll, List<String> classes, @Nullable FromClause selectable) {

  /** {@code with_polymorphic="*"}. */
  public static final WithPolymorphic ALL = new WithPolymorphic(true, List.of(), null);

  public WithPolymorphic {
    classes = classes.stream().map(name -> name.replace(':', '.')).toList();
  }

  public static WithPolymorphic of(String... classes) {
    return new WithPolymorphic(false, List.of(classes), null);
  }
}
