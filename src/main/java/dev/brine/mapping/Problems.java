package dev.brine.mapping;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What does not fit together, gathered to be told all at once. */
final class Problems {

  private final Set<String> found = new LinkedHashSet<>();

  /**
   * Does a part of the work, or notes why it cannot be done.
   *
   * @return whether it was done
   */
  boolean gather(String where, Runnable work) {
    try {
      work.run();
      return true;
    } catch (UsageException e) {
      add(where, e.getMessage(), e.hint());
    } catch (UnresolvedReferenceException e) {
      add(where, e.getMessage(), e.hint());
    }
    return false;
  }

  void add(String where, @Nullable String what, @Nullable String hint) {
    found.add(where + ": " + what + (hint == null ? "" : " (" + hint + ")"));
  }

  /**
   * @throws UnresolvedReferenceException with everything that was noted
   */
  void throwIfAny(String origin) {
    if (!found.isEmpty()) {
      throw new UnresolvedReferenceException(
          "%s does not fit, in %d place%s:%n  %s"
              .formatted(
                  origin,
                  found.size(),
                  found.size() == 1 ? "" : "s",
                  String.join(System.lineSeparator() + "  ", found)));
    }
  }
}
