package dev.brine.pickle;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code dict} in insertion order, with Python's equality of keys: {@code 1}, {@code 1.0}
 * and {@code True} are one key, and for a key given twice the first key and the last value stay, as
 * in CPython. Keys without a value equality of their own (a {@link PyObject}) count by identity.
 *
 * <p>Mutable, compared by identity, not thread-safe.
 */
public final class PyDict implements PyNode, Iterable<Map.Entry<Object, Object>> {

  /** Up to this size a search through all keys beats an index. */
  private static final int INDEX_FROM = 32;

  private static final Object[] NOTHING = {};

  private static final int[] NO_HASHES = {};

  /** Each key with its value behind it. */
  private Object[] entries = NOTHING;

  /** The hash of each key as it is compared. */
  private int[] hashes = NO_HASHES;

  private int size;

  /**
   * One bit for each key, by its hash: most keys that are not there are known for it by their bit,
   * without a search.
   */
  private long bits;

  private @Nullable Index index;

  /** Where each key is. */
  private static final class Index {

    private final Map<Object, Integer> places = new HashMap<>();
    private final KeyHash hashes = new KeyHash();

    void add(Object comparable, int place) {
      hashes.count(comparable);
      places.put(comparable, place);
    }
  }

  /**
   * Sets the value of a key.
   *
   * @throws dev.brine.error.MalformedPickleException when Python could not hash the key
   * @throws dev.brine.error.PickleLimitException when too many keys share one hash
   */
  public PyDict put(Object key, Object value) {
    Object comparable = PyKey.of(key);
    int hash = comparable.hashCode();
    int at = find(comparable, hash);
    if (at >= 0) {
      entries[2 * at + 1] = value;
    } else {
      append(key, comparable, hash, value);
    }
    return this;
  }

  /** Makes room for so many more entries. */
  void reserve(int more) {
    if (size + more > hashes.length) {
      entries = Arrays.copyOf(entries, 2 * (size + more));
      hashes = Arrays.copyOf(hashes, size + more);
    }
  }

  private void append(Object key, Object comparable, int hash, Object value) {
    if (size == hashes.length) {
      reserve(Math.max(4, size));
    }
    entries[2 * size] = key;
    entries[2 * size + 1] = value;
    hashes[size] = hash;
    size++;
    bits |= bit(hash);
    if (index != null) {
      index.add(comparable, size - 1);
    } else if (size > INDEX_FROM) {
      index = newIndex();
    }
  }

  private static long bit(int hash) {
    return 1L << (hash ^ (hash >>> 6) ^ (hash >>> 12));
  }

  private Index newIndex() {
    Index made = new Index();
    for (int i = 0; i < size; i++) {
      made.add(PyKey.of(entries[2 * i]), i);
    }
    return made;
  }

  private int find(Object comparable, int hash) {
    if ((bits & bit(hash)) == 0) {
      return -1;
    }
    if (index != null) {
      return index.places.getOrDefault(comparable, -1);
    }
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash && PyKey.of(entries[2 * i]).equals(comparable)) {
        return i;
      }
    }
    return -1;
  }

  /** The place of a key, or -1 where it is not there; found as by {@link #get}. */
  public int indexOf(Object key) {
    if (size == 0) {
      return -1;
    }
    Object comparable = PyKey.of(key);
    return find(comparable, comparable.hashCode());
  }

  /** The value of a key, or null. A text also finds the 8-bit string of Python 2 that spells it. */
  public @Nullable Object get(Object key) {
    int at = indexOf(key);
    return at < 0 ? null : entries[2 * at + 1];
  }

  public boolean containsKey(Object key) {
    return indexOf(key) >= 0;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public Object keyAt(int position) {
    return entries[2 * checked(position)];
  }

  public Object valueAt(int position) {
    return entries[2 * checked(position) + 1];
  }

  private int checked(int position) {
    if (position >= size) {
      throw new NoSuchElementException("entry " + position + " of " + size);
    }
    return position;
  }

  public void forEach(BiConsumer<Object, Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(entries[2 * i], entries[2 * i + 1]);
    }
  }

  @Override
  public Iterator<Map.Entry<Object, Object>> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Map.Entry<Object, Object> next() {
        int at = checked(next++);
        return new SimpleImmutableEntry<>(entries[2 * at], entries[2 * at + 1]);
      }
    };
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
