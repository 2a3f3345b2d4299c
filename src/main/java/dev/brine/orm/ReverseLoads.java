package dev.brine.orm;

import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Load;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderPath;
import dev.brine.mapping.Direction;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.LoadPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the entities of a lazy load from loading the entity they belong to eagerly: the session has
 * it. SQLAlchemy's {@code _lazyload_reverse} (rel_2_0_58, {@code orm/strategies.py}).
 */
final class ReverseLoads {

  private ReverseLoads() {}

  /** The options for the relationships that lead back. */
  static List<ExecutableOption> of(Relationship relationship, LoadPath way) {
    List<ExecutableOption> options = new ArrayList<>();
    for (Relationship back : relationship.reverse()) {
      if (back.direction() == Direction.MANY_TO_ONE
          && KeyJoins.isGet(back)
          && isEager(back.lazy())) {
        options.add(lazily(path(way).to(back.parent()).to(back.key())));
      }
    }
    return options;
  }

  private static boolean isEager(Lazy lazy) {
    return switch (lazy) {
      case JOINED, SELECTIN, SUBQUERY, IMMEDIATE, NOLOAD -> true;
      case SELECT, RAISE, RAISE_ON_SQL, DYNAMIC, WRITE_ONLY -> false;
    };
  }

  private static ExecutableOption lazily(LoaderPath path) {
    LoadElement element =
        new LoadElement(
            LoadElement.Kind.ATTRIBUTE,
            path,
            Map.of("lazy", Lazy.SELECT.pythonName()),
            Map.of(),
            List.of(),
            true,
            null,
            null,
            null);
    LoaderPath start = new LoaderPath(path.steps().subList(0, 1));
    return new Load(start, List.of(element), true, List.of());
  }

  /** The way as an option names it. */
  static LoaderPath path(LoadPath way) {
    List<LoaderPath.Step> steps = new ArrayList<>();
    for (int i = 0; i < way.depth(); i++) {
      String step = way.steps().get(i);
      steps.add(
          new LoaderPath.Step(way.mappers().get(i), step.substring(step.lastIndexOf('.') + 1)));
    }
    return new LoaderPath(steps);
  }
}
