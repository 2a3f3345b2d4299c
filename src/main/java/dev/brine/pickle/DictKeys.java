package dev.brine.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys that dict after dict has in the same order, such as those of the states of one class:
 * all of them texts, no two equal. Immutable but for what it remembers of {@link KeysFact}s, and
 * thread-safe.
 */
final class DictKeys {

  /** How many keys there may be. */
  static final int MOST = 32;

  /** So many facts are remembered; few are ever asked for of the same keys. */
  private static final int MOST_FACTS = 8;

  private static final byte NOWHERE = -1;

  private final String[] keys;

  /**
   * The same as the constants of the code are by which they are asked for: mostly the very ones.
   */
  private final String[] names;

  /** How many times these were put in the place of equal ones. */
  private final int renewals;

  /** Where a key is, at the place that its hash gives or at the next one that is free. */
  private final byte[] places;

  /** Facts and, behind each, what it is. */
  private volatile Object[] facts = {};

  private DictKeys(String[] keys, String[] names, byte[] places, int renewals) {
    this.keys = keys;
    this.names = names;
    this.places = places;
    this.renewals = renewals;
  }

  /** Those among items of which every other is a key; null if they are none of this kind. */
  static @Nullable DictKeys of(Object[] items, int from, int count) {
    String[] keys = new String[count];
    String[] names = new String[count];
    byte[] places = new byte[Integer.highestOneBit(count) * 4];
    Arrays.fill(places, NOWHERE);
    DictKeys made = new DictKeys(keys, names, places, 0);
    for (int i = 0; i < count; i++) {
      if (!(items[from + 2 * i] instanceof String key) || made.indexOf(key) >= 0) {
        return null;
      }
      keys[i] = key;
      names[i] = key.intern();
      places[made.freePlace(key)] = (byte) i;
    }
    return made;
  }

  /** The same of which these are the very keys. */
  DictKeys renewed(Object[] items, int from) {
    String[] others = keys.clone();
    for (int i = 0; i < others.length; i++) {
      others[i] = (String) items[from + 2 * i];
    }
    DictKeys renewed = new DictKeys(others, names, places, renewals + 1);
    renewed.facts = facts;
    return renewed;
  }

  int renewals() {
    return renewals;
  }

  private int freePlace(String key) {
    int place = place(key);
    while (places[place] != NOWHERE) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private int place(String key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 7) ^ (hash >>> 16)) & (places.length - 1);
  }

  /** Whether every other one of the items equals the key that belongs there. */
  boolean areThoseOf(Object[] items, int from, int count) {
    if (keys.length != count) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      if (!keys[i].equals(items[from + 2 * i])) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return keys.length;
  }

  String at(int index) {
    return keys[index];
  }

  /** Where a key is; -1 if it is none of these. */
  int indexOf(String key) {
    int place = place(key);
    int index = places[place];
    while (index != NOWHERE && !names[index].equals(key)) {
      place = (place + 1) & (places.length - 1);
      index = places[place];
    }
    return index;
  }

  /** What was remembered of these keys, or null. */
  @Nullable Object recall(KeysFact<?> fact) {
    Object[] known = facts;
    for (int i = 0; i < known.length; i += 2) {
      if (known[i] == fact) {
        return known[i + 1];
      }
    }
    return null;
  }

  /** Two threads may forget what the other remembers, and find it out again. */
  void remember(KeysFact<?> fact, Object what) {
    Object[] known = facts;
    if (known.length < 2 * MOST_FACTS) {
      Object[] all = Arrays.copyOf(known, known.length + 2);
      all[known.length] = fact;
      all[known.length + 1] = what;
      facts = all;
    }
  }
}
