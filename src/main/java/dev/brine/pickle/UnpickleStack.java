package dev.brine.pickle;

import dev.brine.error.PickleLimitException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The stack of the pickle machine and the marks on it. As in CPython nothing below the topmost mark
 * can be reached until the mark is gone.
 */
final class UnpickleStack {

  private static final int INITIAL_CAPACITY = 64;

  private final PickleInput input;
  private final ReadLimits limits;
  private @Nullable Object[] values;
  private int size;
  private int[] marks = new int[16];
  private int markCount;

  /** Where the topmost mark stands; 0 without one. */
  private int fence;

  UnpickleStack(PickleInput input, ReadLimits limits) {
    this.input = input;
    this.limits = limits;
    this.values = new @Nullable Object[Math.min(INITIAL_CAPACITY, limits.maxStack())];
  }

  void push(Object value) {
    if (size == values.length) {
      if (size >= limits.maxStack()) {
        throw limit("maxStack", limits.maxStack());
      }
      values = Arrays.copyOf(values, (int) Math.min(2L * size, limits.maxStack()));
    }
    values[size++] = value;
  }

  Object pop() {
    Object top = top();
    values[--size] = null;
    return top;
  }

  Object top() {
    return below(0);
  }

  /** The value so many places below the top. */
  Object below(int depth) {
    int at = size - 1 - depth;
    if (at < fence) {
      throw input.malformed("the stack is empty");
    }
    return present(values[at]);
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new AssertionError("an empty place below the stack's top");
    }
    return value;
  }

  /** Whether this very object is on top; false also when nothing can be reached. */
  boolean isTop(Object value) {
    return size > fence && values[size - 1] == value;
  }

  void mark() {
    if (markCount >= limits.maxMarks()) {
      throw limit("maxMarks", limits.maxMarks());
    }
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, 2 * markCount);
    }
    marks[markCount++] = size;
    fence = size;
  }

  /** Takes the topmost mark away and tells where it stood. */
  private int unmark() {
    if (markCount == 0) {
      throw input.malformed("there is no MARK on the stack");
    }
    int start = marks[--markCount];
    fence = markCount == 0 ? 0 : marks[markCount - 1];
    return start;
  }

  /** Whether the mark, not a value, is what POP would take. */
  boolean endsWithMark() {
    return markCount > 0 && marks[markCount - 1] == size;
  }

  /** Takes away the topmost mark and everything above it, which is returned. */
  Object[] popToMark() {
    int start = unmark();
    Object[] popped = new Object[size - start];
    for (int i = 0; i < popped.length; i++) {
      popped[i] = present(values[start + i]);
    }
    Arrays.fill(values, start, size, null);
    size = start;
    return popped;
  }

  private PickleLimitException limit(String name, int limit) {
    return new PickleLimitException(
        "%s: more than %s = %d".formatted(input.where(), name, limit),
        "Raise ReadLimits." + name + " if the source is trusted");
  }
}
