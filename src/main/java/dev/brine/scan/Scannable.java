package dev.brine.scan;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that should hold a dump. Immutable, and thread-safe if the supplier is.
 *
 * @param name how it is told apart in examples: a path, a key
 * @param isText whether the content is the UTF-8 of a text, not bytes
 * @param content asked for once, on whichever thread; null where there is nothing, such as NULL in
 *     a database; may throw a {@link dev.brine.error.BrineException}
 */
public record Scannable(String name, boolean isText, Supplier<byte @Nullable []> content) {

  public Scannable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }
}
