package dev.brine.pickle;

/**
 * What a pickle may cost its reader. Each limit is named in the {@link
 * dev.brine.error.PickleLimitException} that reports it.
 *
 * @param maxBytes how long the pickle may be
 * @param maxOpcodes how many opcodes it may hold
 * @param maxDepth how deep objects may be nested in one another, counting each of them once: what a
 *     recursive reader of the graph has to go through
 * @param maxMemo how many objects it may memoise, and the highest memo number
 * @param maxStack how many values may lie on the stack at once
 * @param maxMarks how many marks, each an open tuple, list or dict, may lie on the stack at once
 * @param maxDigits how many decimal digits an int written as text may have
 * @param maxWrappings how many wrappings may be around a dump, each inside the other; see {@code
 *     dev.brine.wrapping}
 * @param maxExpansion how many times as long as itself what is compressed may be; a megabyte is
 *     always allowed, if {@code maxBytes} allows it
 */
public record ReadLimits(
    int maxBytes,
    long maxOpcodes,
    int maxDepth,
    int maxMemo,
    int maxStack,
    int maxMarks,
    int maxDigits,
    int maxWrappings,
    int maxExpansion) {

  /** A hundred times what the largest dump known needs. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(
          256 << 20, 50_000_000, 10_000, 10_000_000, 10_000_000, 100_000, 10_000, 16, 1_000);

  private static final long ALWAYS_ALLOWED = 1 << 20;

  public ReadLimits {
    positive("maxBytes", maxBytes);
    positive("maxOpcodes", maxOpcodes);
    positive("maxDepth", maxDepth);
    positive("maxMemo", maxMemo);
    positive("maxStack", maxStack);
    positive("maxMarks", maxMarks);
    positive("maxDigits", maxDigits);
    positive("maxWrappings", maxWrappings);
    positive("maxExpansion", maxExpansion);
  }

  private static void positive(String name, long limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException(name + " must be positive, was " + limit);
    }
  }

  /** How long may be what is compressed into so many bytes. */
  public long maxExpanded(int compressed) {
    return Math.min(maxBytes, Math.max(ALWAYS_ALLOWED, (long) compressed * maxExpansion));
  }

  public ReadLimits withMaxBytes(int limit) {
    return new ReadLimits(
        limit,
        maxOpcodes,
        maxDepth,
        maxMemo,
        maxStack,
        maxMarks,
        maxDigits,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxOpcodes(long limit) {
    return new ReadLimits(
        maxBytes,
        limit,
        maxDepth,
        maxMemo,
        maxStack,
        maxMarks,
        maxDigits,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxDepth(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        limit,
        maxMemo,
        maxStack,
        maxMarks,
        maxDigits,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxMemo(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        maxDepth,
        limit,
        maxStack,
        maxMarks,
        maxDigits,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxStack(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        maxDepth,
        maxMemo,
        limit,
        maxMarks,
        maxDigits,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxMarks(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        maxDepth,
        maxMemo,
        maxStack,
        limit,
        maxDigits,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxDigits(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        maxDepth,
        maxMemo,
        maxStack,
        maxMarks,
        limit,
        maxWrappings,
        maxExpansion);
  }

  public ReadLimits withMaxWrappings(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        maxDepth,
        maxMemo,
        maxStack,
        maxMarks,
        maxDigits,
        limit,
        maxExpansion);
  }

  public ReadLimits withMaxExpansion(int limit) {
    return new ReadLimits(
        maxBytes,
        maxOpcodes,
        maxDepth,
        maxMemo,
        maxStack,
        maxMarks,
        maxDigits,
        maxWrappings,
        limit);
  }
}
