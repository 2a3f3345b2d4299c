package dev.brine.pickle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were read before: pickle after pickle holds the same keys and class paths, and finding
 * one of them is cheaper than making it again, and its hash is known. A text gets in when it is met
 * again soon at its place, which keeps out what occurs once.
 *
 * <p>All readers share one table of a fixed size, in which a text has one of two places, given by
 * its bytes; whatever a hostile pickle does to it costs time alone. Threads need no order among
 * them: an entry is immutable, and compared byte by byte before it is used. Two places, so that
 * texts which meet at one do not drive each other out in dump after dump, by writing to what all
 * threads read.
 *
 * <p>An instance belongs to one reader and sees to it that no text is handed out to it twice: two
 * texts that are equal and not the same stay two, as they are written back as two.
 */
final class RecurringTexts {

  /** Longer ones are not kept. */
  private static final int MAX_LENGTH = 48;

  private static final int BITS = 12;
  private static final int PLACES = 1 << BITS;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final @Nullable Entry[] ENTRIES = new @Nullable Entry[PLACES];

  /** At each pair of places. */
  private static final RecentMisses MISSES = new RecentMisses(PLACES / 2);

  private static final class Entry {
    private final byte[] utf8;
    private final String text;

    Entry(byte[] utf8, String text) {
      this.utf8 = utf8;
      this.text = text;
    }

    boolean holds(byte[] data, int start, int end) {
      return Arrays.equals(utf8, 0, utf8.length, data, start, end);
    }
  }

  /** A bit for each place from which something was handed out. */
  private final long[] handedOut = new long[PLACES / Long.SIZE];

  /** The text of these bytes; null when they are not UTF-8. */
  @Nullable Object read(byte[] data, int start, int end) {
    int length = end - start;
    if (length > MAX_LENGTH) {
      return PickleText.utf8(data, start, end);
    }
    long hash = hash(data, start, length);
    int first = (int) (hash >>> (Long.SIZE - BITS));
    Entry entry = ENTRIES[first];
    if (entry != null && entry.holds(data, start, end)) {
      return handOut(first) ? entry.text : PickleText.utf8(data, start, end);
    }
    entry = ENTRIES[first ^ 1];
    if (entry != null && entry.holds(data, start, end)) {
      return handOut(first ^ 1) ? entry.text : PickleText.utf8(data, start, end);
    }
    return missed(data, start, end, (int) hash, first);
  }

  /** Whether nothing was handed out from a place before. */
  private boolean handOut(int place) {
    long bit = 1L << place;
    boolean isFirst = (handedOut[place / Long.SIZE] & bit) == 0;
    handedOut[place / Long.SIZE] |= bit;
    return isFirst;
  }

  private @Nullable Object missed(byte[] data, int start, int end, int hash, int first) {
    Object text = PickleText.utf8(data, start, end);
    if (!MISSES.isAgain(first / 2, hash)) {
      return text;
    }
    int place = ENTRIES[first] == null ? first : first ^ 1;
    if (text instanceof String made && handOut(place)) {
      ENTRIES[place] = new Entry(Arrays.copyOfRange(data, start, end), made);
    }
    return text;
  }

  /** Of all bytes: what looked alike would be taken for what was met before, and get in. */
  private static long hash(byte[] data, int start, int length) {
    long first;
    long last;
    if (length >= Long.BYTES) {
      first = (long) LONG.get(data, start);
      last = (long) LONG.get(data, start + length - Long.BYTES);
      for (int i = Long.BYTES; i < length - Long.BYTES; i += Long.BYTES) {
        first = first * SPREAD ^ (long) LONG.get(data, start + i);
      }
    } else {
      first = length;
      last = 0;
      for (int i = start; i < start + length; i++) {
        last = (last << Byte.SIZE) | data[i];
      }
    }
    return ((first * SPREAD) ^ last ^ length) * SPREAD;
  }
}
