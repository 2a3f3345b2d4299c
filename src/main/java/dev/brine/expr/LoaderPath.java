package dev.brine.expr;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From one mapped class to another by relationships: SQLAlchemy's {@code PathRegistry} (rel_2_0_58,
 * {@code orm/path_registry.py}) as a dump holds it. Aliased classes are named by the class alone;
 * SQLAlchemy loses them.
 */
public record LoaderPath(List<Step> steps) {

  public LoaderPath {
    steps = List.copyOf(steps);
  }

  /**
   * A class and the attribute by which it is left.
   *
   * @param entity the class
   * @param key the attribute, or a token such as {@code relationship:*}; null at the end
   */
  public record Step(MappedEntity entity, @Nullable String key) {

    public Step {
      Objects.requireNonNull(entity, "entity");
    }
  }

  /** That of a class by itself. */
  public static LoaderPath of(MappedEntity entity) {
    return new LoaderPath(List.of(new Step(entity, null)));
  }

  /** This path, which ends in a class, up to one of the class's attributes. */
  public LoaderPath to(String key) {
    Step last = steps.get(steps.size() - 1);
    return new LoaderPath(
        Stream.concat(
                steps.subList(0, steps.size() - 1).stream(),
                Stream.of(new Step(last.entity(), key)))
            .toList());
  }

  /** This path, which ends in a class, along its last relationship once more. */
  LoaderPath withLastTwice() {
    int end = steps.size() - 1;
    return new LoaderPath(
        Stream.of(
                steps.subList(0, end).stream(),
                Stream.of(new Step(steps.get(end).entity(), steps.get(end - 1).key())),
                Stream.of(steps.get(end)))
            .flatMap(step -> step)
            .toList());
  }

  /** This path, which ends in an attribute, up to the class that the attribute leads to. */
  public LoaderPath to(MappedEntity entity) {
    return new LoaderPath(
        Stream.concat(steps.stream(), Stream.of(new Step(entity, null))).toList());
  }
}
