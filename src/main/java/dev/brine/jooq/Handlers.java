package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An ordered table of interfaces and what to do with a part that implements one; the first that
 * fits answers.
 *
 * @param <R> what a handler gives
 */
final class Handlers<R> {

  private record Entry<Q, R>(Class<Q> kind, Predicate<Object> where, Function<Q, R> handler) {}

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
    return onWhere(kind, part -> true, handler);
  }

  /** Adds a line for some parts of a kind alone. */
  <Q> Handlers<R> onWhere(Class<Q> kind, Predicate<Object> where, Function<Q, R> handler) {
    entries.add(new Entry<>(kind, where, handler));
    return this;
  }

  /** What there are lines for. */
  Set<Class<?>> kinds() {
    return entries.stream().map(Entry::kind).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether there is a line for this part. */
  boolean knows(Object part) {
    return entries.stream().anyMatch(entry -> entry.kind().isInstance(part));
  }

  R handle(Object part) {
    for (Entry<?, R> entry : entries) {
      if (entry.kind().isInstance(part) && entry.where().test(part)) {
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
