package dev.brine.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * How long things are, in bytes. Immutable.
 *
 * @param total of all
 * @param smallest 0 if there is none
 * @param largest 0 if there is none
 * @param histogram how many there are by magnitude, without gaps, from the smallest to the largest
 */
public record Sizes(
    long count, long total, long smallest, long largest, List<Magnitude> histogram) {

  public Sizes {
    histogram = List.copyOf(histogram);
  }

  /** The mean, rounded; 0 if there is none. */
  public long mean() {
    return count == 0 ? 0 : Math.round((double) total / count);
  }

  /**
   * How many are shorter than this, and not shorter than half of it.
   *
   * @param below a power of two
   */
  public record Magnitude(long below, long count) {}

  /** Collects sizes. Not thread-safe. */
  static final class Collector {

    private final long[] byBits = new long[Long.SIZE];
    private long count;
    private long total;
    private long smallest = Long.MAX_VALUE;
    private long largest;

    void add(long size) {
      byBits[Long.SIZE - Long.numberOfLeadingZeros(size)]++;
      count++;
      total += size;
      smallest = Math.min(smallest, size);
      largest = Math.max(largest, size);
    }

    Sizes sizes() {
      List<Magnitude> histogram = new ArrayList<>();
      long left = count;
      for (int bits = 0; left > 0; bits++) {
        if (byBits[bits] > 0 || !histogram.isEmpty()) {
          histogram.add(new Magnitude(1L << bits, byBits[bits]));
        }
        left -= byBits[bits];
      }
      return new Sizes(count, total, count == 0 ? 0 : smallest, largest, histogram);
    }
  }
}
