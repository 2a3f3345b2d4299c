package dev.brine;

import dev.brine.series.Loss;
import dev.brine.series.Losses;
import dev.brine.shape.OpaqueClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is worth knowing about a loaded dump, whether or not it can be written again. Immutable.
 *
 * @param losses what SQLAlchemy had lost when it wrote the dump, and what means something else in
 *     the series it is moved to; null if that is not known, since the dump holds parts of
 *     SQLAlchemy's that are not understood
 * @param opaque the Python classes that are carried along without being understood, sorted
 */
public record Findings(@Nullable List<Loss> losses, List<String> opaque) {

  private static final String SQLALCHEMY = "sqlalchemy.";

  public Findings {
    losses = losses == null ? null : List.copyOf(losses);
    opaque = List.copyOf(opaque);
  }

  /** Looks at what was loaded. */
  public static Findings of(Object loaded) {
    List<Loss> found = Losses.of(loaded);
    List<String> opaque = OpaqueClasses.of(loaded);
    boolean isUnderstood = opaque.stream().noneMatch(name -> name.startsWith(SQLALCHEMY));
    return new Findings(found.isEmpty() && !isUnderstood ? null : found, opaque);
  }

  /** These, and what means something else where the dump is moved to. */
  Findings with(List<Loss> moved) {
    if (moved.isEmpty()) {
      return this;
    }
    List<Loss> all = new ArrayList<>(losses == null ? List.of() : losses);
    all.addAll(moved);
    return new Findings(all, opaque);
  }

  /** Those of {@link #opaque} that are SQLAlchemy's own, which differ from series to series. */
  public List<String> foreign() {
    return opaque.stream().filter(name -> name.startsWith(SQLALCHEMY)).toList();
  }
}
