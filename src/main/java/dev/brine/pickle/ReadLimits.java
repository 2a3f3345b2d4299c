package dev.brine.pickle;

import java.util.Arrays;

/**
 * What reading may cost, all in one place: the usual value of each {@link Limit}, or another.
 * Exceeding one gives a {@link dev.brine.error.PickleLimitException} that names it. Immutable.
 *
 * <pre>{@code
 * ReadLimits.DEFAULT.with(Limit.MAX_BYTES, 1 << 20).with(Limit.MAX_DEPTH, 500)
 * }</pre>
 */
public final class ReadLimits {

  /** Each limit as usual. */
  public static final ReadLimits DEFAULT = new ReadLimits(usual());

  /** A byte of the pickle becomes two of a text, and is copied once before. */
  private static final int BYTES_OF_EACH_BYTE = 4;

  /** The largest that one opcode makes, be it a dict or an item of a set. */
  private static final int BYTES_OF_EACH_OPCODE = 64;

  private static final long ALWAYS_ALLOWED = 1 << 20;

  /** In the order of the limits. */
  private final long[] values;

  private ReadLimits(long[] values) {
    this.values = values;
  }

  private static long[] usual() {
    return Arrays.stream(Limit.values()).mapToLong(Limit::usual).toArray();
  }

  /** What a limit is. */
  @SuppressWarnings("EnumOrdinal") // an EnumMap would box each, and some are asked for per opcode
  public long of(Limit limit) {
    return values[limit.ordinal()];
  }

  /** The same where it counts things in an array. */
  int size(Limit limit) {
    return Math.toIntExact(of(limit));
  }

  /**
   * The same limits but for one.
   *
   * @throws IllegalArgumentException if it is not positive, or more than it can be
   */
  @SuppressWarnings("EnumOrdinal") // see of()
  public ReadLimits with(Limit limit, long value) {
    if (value <= 0 || value > limit.most()) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, was %d".formatted(limit, limit.most(), value));
    }
    long[] changed = values.clone();
    changed[limit.ordinal()] = value;
    return new ReadLimits(changed);
  }

  /** How long may be what is compressed into so many bytes. */
  public long maxExpanded(int compressed) {
    long expanded = Math.max(ALWAYS_ALLOWED, compressed * of(Limit.MAX_EXPANSION));
    return Math.min(of(Limit.MAX_BYTES), expanded);
  }

  /** How many opcodes a pickle of so many bytes may have before it might allocate too much. */
  long opcodesWithin(int pickleLength) {
    long left = of(Limit.MAX_ALLOCATION) - (long) BYTES_OF_EACH_BYTE * pickleLength;
    return Math.max(0, left / BYTES_OF_EACH_OPCODE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReadLimits that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Those that are not as usual: {@code ReadLimits[maxBytes=1048576]}. */
  @Override
  public String toString() {
    StringBuilder changed = new StringBuilder();
    for (Limit limit : Limit.values()) {
      if (of(limit) != limit.usual()) {
        changed.append(changed.isEmpty() ? "" : ", ").append(limit).append('=').append(of(limit));
      }
    }
    return "ReadLimits[" + changed + "]";
  }
}
