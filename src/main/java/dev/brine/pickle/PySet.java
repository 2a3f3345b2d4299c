package dev.brine.pickle;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/**
 * A Python {@code set}, in the order of the stream, with Python's equality of elements. Mutable,
 * compared by identity, not thread-safe.
 */
public final class PySet implements PyNode, Iterable<Object> {

  private final PyDict elements = new PyDict();

  public static PySet of(Object... elements) {
    PySet set = new PySet();
    for (Object element : elements) {
      set.add(element);
    }
    return set;
  }

  /**
   * Adds an element unless an equal one is there.
   *
   * @throws dev.brine.error.MalformedPickleException when Python could not hash it
   */
  public PySet add(Object element) {
    elements.put(element, PyNone.NONE); // of equal keys the first stays
    return this;
  }

  public boolean contains(Object element) {
    return elements.containsKey(element);
  }

  public int size() {
    return elements.size();
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  /** An unmodifiable view. */
  public List<Object> asList() {
    return new AbstractList<>() {
      @Override
      public Object get(int position) {
        return elements.keyAt(position);
      }

      @Override
      public int size() {
        return elements.size();
      }
    };
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
