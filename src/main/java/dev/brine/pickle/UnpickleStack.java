package dev.brine.pickle;

import java.util.Arrays;

/**
 * The stack of the pickle machine and the marks on it. As in CPython nothing below the topmost mark
 * can be reached until the mark is gone. What is taken away stays in its place until something else
 * is put there, as the stack lives no longer than the graph that it was part of.
 *
 * <p>Beside each value stands how many levels of others were put into it here. Where everything is
 * put together once and in order, as a pickler does, no walk through the graph that enters each
 * node once gets deeper than that; elsewhere the stack is {@linkplain #tangle() told} so.
 */
final class UnpickleStack {

  private static final int INITIAL_CAPACITY = 64;

  /** The levels of what was put together, and is counted, elsewhere. */
  private static final int FETCHED = -1;

  private final PickleInput input;
  private final int maxStack;
  private final int maxMarks;
  private Object[] values;
  private int[] levels;
  private int size;
  private boolean isTangled;
  private int[] marks = new int[16];
  private int markCount;

  /** Where the topmost mark stands; 0 without one. */
  private int fence;

  UnpickleStack(PickleInput input, ReadLimits limits) {
    this.input = input;
    this.maxStack = limits.size(Limit.MAX_STACK);
    this.maxMarks = limits.size(Limit.MAX_MARKS);
    this.values = new Object[Math.min(INITIAL_CAPACITY, maxStack)];
    this.levels = new int[values.length];
  }

  /** Pushes what nothing was put into. */
  void push(Object value) {
    push(value, 0);
  }

  /** Pushes what lies, or lay, elsewhere. */
  void pushFetched(Object value) {
    push(value, FETCHED);
  }

  void push(Object value, int levelsIn) {
    if (size == values.length) {
      grow();
    }
    levels[size] = levelsIn;
    values[size++] = value;
  }

  private void grow() {
    if (size >= maxStack) {
      throw input.exceeded(Limit.MAX_STACK, "more than");
    }
    int capacity = (int) Math.min(2L * size, maxStack);
    values = Arrays.copyOf(values, capacity);
    levels = Arrays.copyOf(levels, capacity);
  }

  /** How many levels so many values make that were just taken away, with what they are now in. */
  int levelsOfTaken(int count) {
    return levels(size, size + count);
  }

  /** The same of the values from one place up to another. */
  int levels(int from, int to) {
    int most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, levels[i]);
    }
    return most + 1;
  }

  /** Notes that what makes so many levels was put into the value on top. */
  void deepen(int levelsIn) {
    if (levels[size - 1] == FETCHED) {
      tangle();
    }
    levels[size - 1] = Math.max(levels[size - 1], levelsIn);
  }

  /** From now on the levels tell nothing: something was dropped, moved, or changed afterwards. */
  void tangle() {
    isTangled = true;
  }

  boolean isTangled() {
    return isTangled;
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
