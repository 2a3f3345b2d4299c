package dev.brine.pickle;

import java.util.Arrays;

/**
 * The stack of the pickle machine and the marks on it. As in CPython nothing below the topmost mark
 * can be reached until the mark is gone. What is taken away stays in its place until something else
 * is put there, as the stack lives no longer than the graph that it was part of.
 */
final class UnpickleStack {

  private static final int INITIAL_CAPACITY = 64;

  private final PickleInput input;
  private final int maxStack;
  private final int maxMarks;
  private Object[] values;
  private int size;
  private int[] marks = new int[16];
  private int markCount;

  /** Where the topmost mark stands; 0 without one. */
  private int fence;

  UnpickleStack(PickleInput input, ReadLimits limits) {
    this.input = input;
    this.maxStack = limits.size(Limit.MAX_STACK);
    this.maxMarks = limits.size(Limit.MAX_MARKS);
    this.values = new Object[Math.min(INITIAL_CAPACITY, maxStack)];
  }

  void push(Object value) {
    if (size == values.length) {
      if (size >= maxStack) {
        throw input.exceeded(Limit.MAX_STACK, "more than");
      }
      values = Arrays.copyOf(values, (int) Math.min(2L * size, maxStack));
    }
    values[size++] = value;
  }

  Object pop() {
    Object top = top();
    size--;
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
    return values[at];
  }

  /** Whether this very object is on top; false also when nothing can be reached. */
  boolean isTop(Object value) {
    return size > fence && values[size - 1] == value;
  }

  void mark() {
    if (markCount >= maxMarks) {
      throw input.exceeded(Limit.MAX_MARKS, "more than");
    }
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, 2 * markCount);
    }
    marks[markCount++] = size;
    fence = size;
  }

  /**
   * Takes the topmost mark away and tells where it stood: the values from there up to {@link #size}
   * are left to the caller, who takes them from {@link #values} and then {@link #drop}s them.
   */
  int unmark() {
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
    Object[] popped = Arrays.copyOfRange(values, start, size);
    size = start;
    return popped;
  }

  int size() {
    return size;
  }

  /** How many values may still be pushed. */
  int room() {
    return maxStack - size;
  }

  /** The stack itself, from the bottom; what lies beyond {@link #size} means nothing. */
  Object[] values() {
    return values;
  }

  /** The value below the place where a mark stood that was just taken away. */
  Object beneath(int place) {
    return below(size - place);
  }

  /** Takes away all values from a place on. */
  void drop(int place) {
    size = place;
  }
}
