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
  private static final int INDEX_FROM = 8;

  private static final Object[] NOTHING = {};

  private Object[] keys = NOTHING;
  private Object[] values = NOTHING;
  private int size;
  private @Nullable Map<Object, Integer> index;

  /**
   * Sets the value of a key.
   *
   * @throws dev.brine.error.MalformedPickleException when Python could not hash the key
   */
  public PyDict put(Object key, Object value) {
    Object comparable = PyKey.of(key);
    int at = find(comparable);
    if (at >= 0) {
      values[at] = value;
    } else {
      append(key, comparable, value);
    }
    return this;
  }

  private void append(Object key, Object comparable, Object value) {
    if (size == keys.length) {
      int capacity = Math.max(4, size * 2);
      keys = Arrays.copyOf(keys, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    keys[size] = key;
    values[size] = value;
    size++;
    if (index != null) {
      index.put(comparable, size - 1);
    } else if (size > INDEX_FROM) {
      index = newIndex();
    }
  }

  private Map<Object, Integer> newIndex() {
    Map<Object, Integer> made = new HashMap<>();
    for (int i = 0; i < size; i++) {
      made.put(PyKey.of(keys[i]), i);
    }
    return made;
  }

  private int find(Object comparable) {
    if (index != null) {
      return index.getOrDefault(comparable, -1);
    }
    for (int i = 0; i < size; i++) {
      if (comparable.equals(PyKey.of(keys[i]))) {
        return i;
      }
    }
    return -1;
  }

  /** The value of a key, or null. A text also finds the 8-bit string of Python 2 that spells it. */
  public @Nullable Object get(Object key) {
    int at = find(PyKey.of(key));
    return at < 0 ? null : values[at];
  }

  public boolean containsKey(Object key) {
    return find(PyKey.of(key)) >= 0;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public Object keyAt(int position) {
    return keys[checked(position)];
  }

  public Object valueAt(int position) {
    return values[checked(position)];
  }

  private int checked(int position) {
    if (position >= size) {
      throw new NoSuchElementException("entry " + position + " of " + size);
    }
    return position;
  }

  public void forEach(BiConsumer<Object, Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(keys[i], values[i]);
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
        return new SimpleImmutableEntry<>(keys[at], values[at]);
      }
    };
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
