package dev.brine.pickle;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A Python {@code tuple}. Immutable; equal by value as far as its elements are: a list inside is
 * compared by identity. Comparing looks at a bounded number of elements (see {@link #equals}).
 */
public final class PyTuple implements PyNode, Iterable<Object> {

  public static final PyTuple EMPTY = new PyTuple(new Object[0]);

  private final Object[] elements;

  private PyTuple(Object[] elements) {
    this.elements = elements;
  }

  public static PyTuple of(Object... elements) {
    return elements.length == 0 ? EMPTY : new PyTuple(elements.clone());
  }

  public static PyTuple of(List<?> elements) {
    return wrap(elements.toArray());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyTuple wrap(Object[] elements) {
    return elements.length == 0 ? EMPTY : new PyTuple(elements);
  }

  public int size() {
    return elements.length;
  }

  public boolean isEmpty() {
    return elements.length == 0;
  }

  public Object get(int index) {
    return elements[index];
  }

  /** An unmodifiable view. */
  public List<Object> asList() {
    return Collections.unmodifiableList(Arrays.asList(elements));
  }

  @Override
  public Iterator<Object> iterator() {
    return asList().iterator();
  }

  /**
   * Whether the other is a tuple of equal elements. Tuples nested so deep, or sharing so many
   * parts, that comparing them would take more than {@value PyKey#MAX_SIZE} steps count as
   * different.
   */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof PyTuple that
        && elements.length == that.elements.length
        && PyKey.sameTuples(this, that);
  }

  @Override
  public int hashCode() {
    int hash = elements.length;
    for (Object element : elements) {
      // A nested tuple adds its length alone, which keeps this free of recursion.
      int part = element instanceof PyTuple nested ? nested.size() : PyKey.shallowHash(element);
      hash = 31 * hash + part;
    }
    return hash;
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
