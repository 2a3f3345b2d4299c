package dev.brine.expr;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which FROM elements a SELECT leaves to the statement around it.
 *
 * @param to those that {@code correlate()} named
 * @param except those that {@code correlate_except()} named, while all others are left; null if it
 *     was not called
 * @param isAutomatic whether those that the statement around it has are left to it
 */
public record Correlation(
    List<FromClause> to, @Nullable List<FromClause> except, boolean isAutomatic) {

  /** What holds where nothing was said. */
  public static final Correlation AUTOMATIC = new Correlation(List.of(), null, true);

  public Correlation {
    to = List.copyOf(to);
    except = except == null ? null : List.copyOf(except);
  }

  /** None of them ends all that was said before. */
  Correlation to(FromClause... more) {
    List<FromClause> all = more.length == 0 ? List.of() : Coercions.append(to, Stream.of(more));
    return new Correlation(all, except, false);
  }

  Correlation except(FromClause... more) {
    List<FromClause> before = except == null ? List.of() : except;
    List<FromClause> all = more.length == 0 ? List.of() : Coercions.append(before, Stream.of(more));
    return new Correlation(to, all, false);
  }
}
