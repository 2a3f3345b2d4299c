package dev.brine.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell about a row.
 *
 * @param kind one stable word, such as that of {@link dev.brine.error.BrineException#kind()}
 * @param hint what to do; null where the message says it all
 */
public record Note(String kind, String message, @Nullable String hint) {

  public Note {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }
}
