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

  /** Keys that equal this one's, if other dicts have them, too. */
  private @Nullable DictKeys shared;

  /** Each key with its value behind it; the values alone where the shared keys are its very own. */
  private Object[] entries = NOTHING;

  /** The hash of each key as it is compared; none of shared keys, and nothing below. */
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
    unshare();
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

  /**
   * Takes keys and values, which alternate in an array, while it is empty.
   *
   * @param keys those that equal the keys
   * @return whether they are the very keys; equal texts that are two are written back as two
   */
  @SuppressWarnings("ReferenceEquality") // see above
  boolean fill(DictKeys keys, Object[] items, int from) {
    shared = keys;
    size = keys.size();
    Object[] values = new Object[size];
    for (int i = 0; i < values.length; i++) {
      if (items[from + 2 * i] != keys.at(i)) {
        entries = Arrays.copyOfRange(items, from, from + 2 * size);
        return false;
      }
      values[i] = items[from + 2 * i + 1];
    }
    entries = values;
    return true;
  }

  /** Keys of its own again, where they were shared: they are about to change. */
  private void unshare() {
    if (shared == null) {
      return;
    }
    PyDict own = new PyDict();
    own.reserve(size);
    forEach((key, value) -> own.append(key, key, key.hashCode(), value));
    shared = null;
    entries = own.entries;
    hashes = own.hashes;
    bits = own.bits;
  }

  /** The keys, if they are shared by other dicts. */
  @Nullable DictKeys sharedKeys() {
    return shared;
  }

  /** Makes room for so many more entries. */
  void reserve(int more) {
    unshare();
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
    if (shared != null && key instanceof String text) {
      return shared.indexOf(text);
    }
    Object comparable = PyKey.of(key);
    if (shared != null) {
      return comparable instanceof String text ? shared.indexOf(text) : -1;
    }
    return find(comparable, comparable.hashCode());
  }

  /** The value of a key, or null. A text also finds the 8-bit string of Python 2 that spells it. */
  public @Nullable Object get(Object key) {
    int at = indexOf(key);
    return at < 0 ? null : value(at);
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
    return key(checked(position));
  }

  public Object valueAt(int position) {
    return value(checked(position));
  }

  private Object key(int at) {
    return shared != null && entries.length == size ? shared.at(at) : entries[2 * at];
  }

  private Object value(int at) {
    return entries[entries.length == size ? at : 2 * at + 1];
  }

  private int checked(int position) {
    if (position >= size) {
      throw new NoSuchElementException("entry " + position + " of " + size);
    }
    return position;
  }

  public void forEach(BiConsumer<Object, Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(key(i), value(i));
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
        return new SimpleImmutableEntry<>(key(at), value(at));
      }
    };
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
