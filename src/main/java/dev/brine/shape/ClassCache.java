package dev.brine.shape;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about a class by the text that names it, for dump after dump names the same
 * few: its path, or its pickle in a persistent id. Holds a limited number, so that dumps which name
 * ever new ones cost time and no memory. Thread-safe.
 *
 * @param <V> immutable
 */
public final class ClassCache<V> {

  private static final int MAX_SIZE = 4_096;

  /** Longer texts are no names of SQLAlchemy's. */
  private static final int MAX_LENGTH = 200;

  private final Map<String, V> known = new ConcurrentHashMap<>();
  private final Function<String, V> finding;

  public ClassCache(Function<String, V> finding) {
    this.finding = finding;
  }

  public V get(String text) {
    V found = known.get(text);
    return found == null ? find(text) : found;
  }

  private V find(String text) {
    V found = finding.apply(text);
    if (text.length() <= MAX_LENGTH && known.size() < MAX_SIZE) {
      known.put(text, found);
    }
    return found;
  }
}
