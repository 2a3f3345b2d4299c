package dev.brine.scan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dumps that failed for one reason. Immutable.
 *
 * @param kind of {@link dev.brine.error.BrineException#kind()}; {@code "internal"} for a defect of
 *     Brine
 * @param reason the message, with … for names and N for numbers, which differ within the group
 * @param hint what to do; of the first; null where the message says it all
 * @param examples the first ones
 */
public record FailureGroup(
    String kind, String reason, @Nullable String hint, long dumps, List<Example> examples) {

  public FailureGroup {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    examples = List.copyOf(examples);
  }

  /**
   * One of them.
   *
   * @param name its path or key
   * @param message in full
   */
  public record Example(String name, String message) {}
}
