package dev.brine.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pickle has put aside by number. Numbers are dense in practice: an array serves them. */
final class UnpickleMemo {

  /** A number further than this beyond the count so far does not make the array grow. */
  private static final int MAX_GAP = 1024;

  private final PickleInput input;
  private final int maxMemo;

  /** How many bytes of a dump go with one number, or somewhat fewer. */
  private static final int BYTES_OF_ONE = 8;

  /** How many numbers to be ready for, whatever the length. */
  private static final int MOST_AT_FIRST = 1 << 16;

  private @Nullable Object[] dense;
  private final Map<Long, Object> sparse = new HashMap<>();
  private int count;

  /**
   * @param length of the pickle
   */
  UnpickleMemo(PickleInput input, int maxMemo, int length) {
    this.input = input;
    this.maxMemo = maxMemo;
    this.dense = new @Nullable Object[Math.min(maxMemo, firstSize(length))];
  }

  private static int firstSize(int length) {
    return Math.min(MOST_AT_FIRST, 16 + length / BYTES_OF_ONE);
  }

  /** Puts a value under the next free number. */
  void add(Object value) {
    if (count < dense.length && count < maxMemo && dense[count] == null && sparse.isEmpty()) {
      dense[count++] = value;
    } else {
      put(count, value);
    }
  }

  void put(long number, Object value) {
    if (number < 0) {
      throw input.malformed("negative memo number " + number);
    }
    if (number >= maxMemo) {
      throw input.exceeded(Limit.MAX_MEMO, "memo number %d exceeds".formatted(number));
    }
    if (number < dense.length || number <= count + MAX_GAP) {
      putDense((int) number, value);
    } else if (sparse.put(number, value) == null) {
      count++;
    }
  }

  private void putDense(int number, Object value) {
    if (number >= dense.length) {
      dense = Arrays.copyOf(dense, Math.max(number + 1, 2 * dense.length));
    }
    if (dense[number] == null && !sparse.containsKey((long) number)) {
      count++;
    }
    dense[number] = value;
  }

  Object get(long number) {
    Object value = number >= 0 && number < dense.length ? dense[(int) number] : null;
    if (value == null) {
      value = sparse.get(number);
    }
    if (value == null) {
      throw input.malformed("memo number " + number + " was never put");
    }
    return value;
  }
}
