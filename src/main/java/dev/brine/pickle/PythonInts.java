package dev.brine.pickle;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The value of a Python {@code list} of nothing but ints of 32 bits: a List of Longs that takes no
 * more room than the numbers do. Immutable.
 */
public final class PythonInts extends AbstractList<@Nullable Object> implements RandomAccess {

  private final int[] numbers;

  /** Takes the array over: the caller must not keep it. */
  PythonInts(int[] numbers) {
    this.numbers = numbers;
  }

  PyList toList() {
    return new PyList().addAll(numbers, numbers.length);
  }

  @Override
  public Object get(int index) {
    return (long) numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
