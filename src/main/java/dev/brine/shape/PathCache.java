package dev.brine.shape;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about the class at a path, for dump after dump names the same few classes.
 * Holds a limited number, so that dumps which name ever new ones cost time and no memory.
 * Thread-safe.
 *
 * @param <V> immutable
 */
public final class PathCache<V> {

  private static final int MAX_SIZE = 4_096;

  /** Longer paths are none of SQLAlchemy's. */
  private static final int MAX_LENGTH = 200;

  private final Map<String, V> known = new ConcurrentHashMap<>();
  private final Function<String, V> finding;

  public PathCache(Function<String, V> finding) {
    this.finding = finding;
  }

  public V get(String path) {
    V found = known.get(path);
    return found == null ? find(path) : found;
  }

  private V find(String path) {
    V found = finding.apply(path);
    if (path.length() <= MAX_LENGTH && known.size() < MAX_SIZE) {
      known.put(path, found);
    }
    return found;
  }
}
