package dev.brine.pickle;

import dev.brine.error.PickleLimitException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What bytes from elsewhere may cost whoever reads them: each limit by the name that messages and
 * the command line call it, with what it is unless {@link ReadLimits} say otherwise. {@code
 * docs/safety.md} lists them.
 *
 * <p>Two defaults follow the heap, so that the others need not: what is read fits into it.
 */
public enum Limit {
  /** How many bytes the dump may have, in its wrappings and out of them; or characters of JSON. */
  MAX_BYTES("maxBytes", ofHeap(16, 256L << 20), Integer.MAX_VALUE),

  /**
   * How many bytes of memory the values of a pickle may take, by an estimate that is never too low:
   * see {@link ReadLimits#opcodesWithin}.
   */
  MAX_ALLOCATION("maxAllocation", ofHeap(4, 4L << 30), Long.MAX_VALUE),

  /** How many opcodes a pickle may have; the parts of the keys of its dicts count, too. */
  MAX_OPCODES("maxOpcodes", 50_000_000, Long.MAX_VALUE),

  /**
   * How deep the objects of a pickle may be nested in one another, counting each of them once: what
   * a recursive reader of the graph has to go through.
   */
  MAX_DEPTH("maxDepth", 10_000, 1_000_000),

  /** How many objects a pickle may memoise, and the highest memo number. */
  MAX_MEMO("maxMemo", 10_000_000, Integer.MAX_VALUE),

  /** How many values may lie on the stack of a pickle at once. */
  MAX_STACK("maxStack", 10_000_000, Integer.MAX_VALUE),

  /** How many marks, each an open tuple, list or dict, may lie on that stack at once. */
  MAX_MARKS("maxMarks", 100_000, Integer.MAX_VALUE),

  /** How many items one list, tuple, set or dict may have. */
  MAX_ITEMS("maxItems", 5_000_000, Integer.MAX_VALUE),

  /** How many bytes one text or byte string may have; or characters, in JSON. */
  MAX_TEXT("maxText", 64 << 20, Integer.MAX_VALUE),

  /** How many parts a tuple may have, nested ones included, that is the key of a dict. */
  MAX_KEY_PARTS("maxKeyParts", 1_000, PyKey.MAX_SIZE),

  /** How many decimal digits an int or a Decimal may have. */
  MAX_DIGITS("maxDigits", 10_000, Integer.MAX_VALUE),

  /**
   * How far the exponent of a Decimal may be from zero: as far as Python's may. Nothing here writes
   * the zeros out that it stands for; whose code does may want less.
   */
  MAX_EXPONENT("maxExponent", 999_999_999_999_999_999L, Long.MAX_VALUE),

  /** How many wrappings may be around a dump, each inside the other. */
  MAX_WRAPPINGS("maxWrappings", 16, 100),

  /**
   * How many times as long as itself what is compressed may be; a megabyte is always allowed, if
   * {@link #MAX_BYTES} allows it.
   */
  MAX_EXPANSION("maxExpansion", 1_000, Integer.MAX_VALUE),

  /**
   * How deep expressions, their types, lists and dicts may be nested. CPython, with its own limit
   * of recursion, gives up at 350 when it dumps and at 400 when it compiles.
   */
  MAX_NESTING("maxNesting", 400, 1_000),

  /**
   * How many elements a statement may have, each counted as often as it occurs in the SQL: a few
   * objects that refer to each other twice are enough for more than fit any memory.
   */
  MAX_ELEMENTS("maxElements", 1_000_000, Long.MAX_VALUE);

  private final String text;
  private final long usual;
  private final long most;

  Limit(String text, long usual, long most) {
    this.text = text;
    this.usual = usual;
    this.most = most;
  }

  private static long ofHeap(int part, long most) {
    return Math.min(most, Runtime.getRuntime().maxMemory() / part);
  }

  /** The limit of that name, such as {@code maxBytes}. */
  public static Limit named(String name) {
    return Arrays.stream(values())
        .filter(limit -> limit.text.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no limit \"%s\" among %s".formatted(name, names())));
  }

  private static String names() {
    return List.of(values()).stream().map(Limit::toString).collect(Collectors.joining(", "));
  }

  /** What it is by default, on this JVM. */
  public long usual() {
    return usual;
  }

  /** The highest it can be raised to. */
  public long most() {
    return most;
  }

  /**
   * That it was exceeded.
   *
   * @param what and where, before the name of the limit: "a text is longer than"
   */
  public PickleLimitException exceeded(String what, ReadLimits limits) {
    return exceeded(what, limits, "");
  }

  /** The same with more to say at the end of the message. */
  public PickleLimitException exceeded(String what, ReadLimits limits, String more) {
    return new PickleLimitException(
        "%s %s = %d%s".formatted(what, text, limits.of(this), more), hint());
  }

  /** What to do about it. */
  public String hint() {
    return "if the source is trusted, raise Limit.%s in ReadLimits, or --limit %s=… on the command line"
        .formatted(name(), text);
  }

  /** As messages name it. */
  @Override
  public String toString() {
    return text;
  }
}
