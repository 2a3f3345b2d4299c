package dev.brine.pickle;

import java.util.Iterator;
import java.util.List;

/**
 * A Python {@code frozenset}, in the order of the stream. Immutable; equal by value whatever the
 * order.
 */
public final class PyFrozenSet implements PyNode, Iterable<Object> {

  private final PySet elements;

  private PyFrozenSet(PySet elements) {
    this.elements = elements;
  }

  /**
   * The set of these elements.
   *
   * @throws dev.brine.error.MalformedPickleException when Python could not hash one of them
   */
  public static PyFrozenSet of(Object... elements) {
    return new PyFrozenSet(PySet.of(elements));
  }

  public boolean contains(Object element) {
    return elements.contains(element);
  }

  public int size() {
    return elements.size();
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  /** An unmodifiable view. */
  public List<Object> asList() {
    return elements.asList();
  }

  @Override
  public Iterator<Object> iterator() {
    return elements.iterator();
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof PyFrozenSet that) || size() != that.size()) {
      return false;
    }
    for (Object element : that) {
      if (!contains(element)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return size();
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
