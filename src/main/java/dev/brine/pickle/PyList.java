package dev.brine.pickle;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A Python {@code list}: mutable, compared by identity, not thread-safe. */
public final class PyList implements PyNode, Iterable<Object> {

  private static final Object[] NOTHING = {};

  private Object[] elements;
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
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(4, size + (size >> 1)));
    }
    elements[size++] = element;
    return this;
  }

  /** For the reader alone: a graph that is done does not change. */
  void set(int index, Object element) {
    elements[Objects.checkIndex(index, size)] = element;
  }

  /** Adds what lies in an array from one place up to another. */
  void addAll(Object[] source, int from, int to) {
    int grown = size + to - from;
    if (grown > elements.length) {
      int roomy = elements.length == 0 ? grown : Math.max(grown, size + (size >> 1));
      elements = Arrays.copyOf(elements, roomy);
    }
    System.arraycopy(source, from, elements, size, to - from);
    size = grown;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public Object get(int index) {
    return elements[Objects.checkIndex(index, size)];
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
      return Arrays.copyOf(elements, size);
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
