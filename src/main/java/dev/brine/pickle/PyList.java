package dev.brine.pickle;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code list}: mutable, compared by identity, not thread-safe. Where nothing but ints of
 * 32 bits were read it keeps them as they are, and makes a Long of each when it is asked for.
 */
public final class PyList implements PyNode, Iterable<Object> {

  private static final Object[] NOTHING = {};

  private Object[] elements;

  /** In the place of the elements, as long as all of them are such ints. */
  private int @Nullable [] ints;

  private int size;

  public PyList() {
    elements = NOTHING;
  }

  public PyList(List<?> elements) {
    this(elements.toArray());
  }

  /** Takes the array over: the caller must not keep it. */
  private PyList(Object[] elements) {
    this.elements = elements;
    this.size = elements.length;
  }

  public static PyList of(Object... elements) {
    for (Object element : elements) {
      Objects.requireNonNull(element, "element");
    }
    return wrap(elements.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyList wrap(Object[] elements) {
    return new PyList(elements);
  }

  public PyList add(Object element) {
    box();
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(4, size + (size >> 1)));
    }
    elements[size++] = element;
    return this;
  }

  /** For the reader alone: a graph that is done does not change. */
  void set(int index, Object element) {
    box();
    elements[Objects.checkIndex(index, size)] = element;
  }

  /** Adds what lies in an array from one place up to another. */
  void addAll(Object[] source, int from, int to) {
    box();
    int grown = size + to - from;
    if (grown > elements.length) {
      int roomy = elements.length == 0 ? grown : Math.max(grown, size + (size >> 1));
      elements = Arrays.copyOf(elements, roomy);
    }
    System.arraycopy(source, from, elements, size, to - from);
    size = grown;
  }

  /** Adds so many ints that lie at the beginning of an array. */
  PyList addAll(int[] source, int count) {
    if (size > 0 && ints == null) {
      Object[] boxed = boxed(source, count);
      addAll(boxed, 0, count);
      return this;
    }
    int grown = size + count;
    if (ints == null) {
      ints = Arrays.copyOf(source, count);
    } else {
      if (grown > ints.length) {
        ints = Arrays.copyOf(ints, Math.max(grown, 2 * size));
      }
      System.arraycopy(source, 0, ints, size, count);
    }
    size = grown;
    return this;
  }

  private void box() {
    if (ints != null) {
      elements = boxed(ints, size);
      ints = null;
    }
  }

  private static Object[] boxed(int[] numbers, int count) {
    Object[] boxed = new Object[count];
    for (int i = 0; i < count; i++) {
      boxed[i] = (long) numbers[i];
    }
    return boxed;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public Object get(int index) {
    int at = Objects.checkIndex(index, size);
    return ints == null ? elements[at] : (Object) (long) ints[at];
  }

  /** What is in it now, where that is nothing but ints of 32 bits that were read; else null. */
  @Nullable PythonInts toInts() {
    return ints == null ? null : new PythonInts(Arrays.copyOf(ints, size));
  }

  /** An unmodifiable view. */
  public List<Object> asList() {
    return new View();
  }

  private final class View extends AbstractList<Object> implements RandomAccess {

    @Override
    public Object get(int index) {
      return PyList.this.get(index);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Object[] toArray() {
      return ints == null ? Arrays.copyOf(elements, size) : boxed(ints, size);
    }
  }

  @Override
  public Iterator<Object> iterator() {
    return asList().iterator();
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
