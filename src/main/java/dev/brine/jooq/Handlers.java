package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An ordered table of interfaces and what to do with a part that implements one; the first that
 * fits answers.
 *
 * @param <R> what a handler gives
 */
final class Handlers<R> {

  private record Entry<Q, R>(Class<Q> kind, Function<Q, R> handler) {}

  private final String place;
  private final List<Entry<?, R>> entries = new ArrayList<>();

  /**
   * Starts an empty table.
   *
   * @param place what the parts are, for messages: {@code "condition"}
   */
  Handlers(String place) {
    this.place = place;
  }

  /** Adds a line; those before it go first. Raw interfaces stand for all their type arguments. */
  <Q> Handlers<R> on(Class<Q> kind, Function<Q, R> handler) {
    entries.add(new Entry<>(kind, handler));
    return this;
  }

  /** What there are lines for. */
  Set<Class<?>> kinds() {
    return entries.stream().map(Entry::kind).collect(Collectors.toUnmodifiableSet());
  }

  R handle(Object part) {
    for (Entry<?, R> entry : entries) {
      if (entry.kind().isInstance(part)) {
        return apply(entry, part);
      }
    }
    throw new JooqImportException(
        "the %s %s (jOOQ's %s) cannot be imported"
            .formatted(place, part, part.getClass().getSimpleName()),
        "write it with the fluent API of dev.brine.expr");
  }

  private static <Q, R> R apply(Entry<Q, R> entry, Object part) {
    return entry.handler().apply(entry.kind().cast(part));
  }
}
