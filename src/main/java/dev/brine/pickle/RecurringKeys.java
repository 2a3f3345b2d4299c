package dev.brine.pickle;

import org.jspecify.annotations.Nullable;

/**
 * Keys of dicts that were read before: pickle after pickle, object after object has a state of the
 * same keys. Shared by all readers as {@link RecurringTexts} are, of a fixed size and keeping short
 * texts only; keys get in when they are met again soon at their place.
 *
 * <p>Those that are found equal the keys of the dict, which may be other texts: see {@link
 * PyDict#fill}. As texts recur, too, they will mostly be the very same, once those of a later
 * pickle have taken the place of those of the first.
 */
final class RecurringKeys {

  private static final int PLACES = 1 << 10;

  /** Keys that are longer are not kept. */
  private static final int MAX_LENGTH = 48;

  /** How often keys are replaced by those of a later pickle, as some texts never recur. */
  private static final int MOST_RENEWALS = 64;

  private static final int SPREAD = 0x9E3779B9;

  private static final @Nullable DictKeys[] KNOWN = new @Nullable DictKeys[PLACES];

  /** At each pair of places. */
  private static final RecentMisses MISSES = new RecentMisses(PLACES / 2);

  private RecurringKeys() {}

  /**
   * Those that alternate with values in an array; null if they are not known or of another kind.
   */
  static @Nullable DictKeys of(Object[] items, int from, int to) {
    int count = (to - from) / 2;
    if (count == 0
        || count > DictKeys.MOST
        || !(items[from] instanceof String first)
        || !(items[from + (count / 2) * 2] instanceof String middle)
        || !(items[to - 2] instanceof String last)) {
      return null;
    }
    int hash = hash(first, middle, last, count);
    int place = place(hash);
    DictKeys known = KNOWN[place];
    if (known != null && known.areThoseOf(items, from, count)) {
      return known;
    }
    known = KNOWN[place ^ 1];
    return known != null && known.areThoseOf(items, from, count)
        ? known
        : missed(items, from, count, hash, place);
  }

  private static int hash(String first, String middle, String last, int count) {
    return 31 * (31 * first.hashCode() + middle.hashCode()) + last.hashCode() + count;
  }

  private static int place(int hash) {
    return (hash * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
  }

  /** Puts the very keys of a dict, which alternate with values, in the place of equal ones. */
  static void renew(DictKeys known, Object[] items, int from) {
    if (known.renewals() < MOST_RENEWALS) {
      int count = known.size();
      int hash = hash(known.at(0), known.at(count / 2), known.at(count - 1), count);
      int place = KNOWN[place(hash)] == known ? place(hash) : place(hash) ^ 1;
      KNOWN[place] = known.renewed(items, from);
    }
  }

  private static @Nullable DictKeys missed(
      Object[] items, int from, int count, int hash, int place) {
    if (!MISSES.isAgain(place / 2, hash)) {
      return null;
    }
    DictKeys made = areShort(items, from, count) ? DictKeys.of(items, from, count) : null;
    if (made != null) {
      KNOWN[KNOWN[place] == null ? place : place ^ 1] = made;
    }
    return made;
  }

  private static boolean areShort(Object[] items, int from, int count) {
    for (int i = 0; i < count; i++) {
      if (items[from + 2 * i] instanceof String key && key.length() > MAX_LENGTH) {
        return false;
      }
    }
    return true;
  }
}
