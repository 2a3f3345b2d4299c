package dev.brine.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** A Python {@code list}: mutable, compared by identity, not thread-safe. */
public final class PyList implements PyNode, Iterable<Object> {

  private final ArrayList<Object> elements;

  public PyList() {
    elements = new ArrayList<>();
  }

  public PyList(List<?> elements) {
    this.elements = new ArrayList<>(elements);
  }

  public static PyList of(Object... elements) {
    return new PyList(List.of(elements));
  }

  public PyList add(Object element) {
    elements.add(element);
    return this;
  }

  /** For the reader alone: a graph that is done does not change. */
  void set(int index, Object element) {
    elements.set(index, element);
  }

  public int size() {
    return elements.size();
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  public Object get(int index) {
    return elements.get(index);
  }

  /** An unmodifiable view. */
  public List<Object> asList() {
    return Collections.unmodifiableList(elements);
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
