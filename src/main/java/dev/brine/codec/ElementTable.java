package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of one graph were read as, by identity, and of how many parts each is. Not
 * thread-safe; only read once the graph is.
 */
final class ElementTable {

  private static final int INITIAL_CAPACITY = 32;

  /** Of an odd number, as neighbours in memory tend to get neighbouring hashes. */
  private static final int SPREAD = 0x9E3779B9;

  private @Nullable Object[] nodes = new @Nullable Object[INITIAL_CAPACITY];
  private ClauseElement[] elements = new ClauseElement[INITIAL_CAPACITY];
  private long[] parts = new long[INITIAL_CAPACITY];
  private int size;

  /** Where a node stands; negative where it does not. */
  int find(Object node) {
    int place = place(node);
    return nodes[place] == null ? -1 : place;
  }

  /** Where a node stands, or the free place where it would. */
  @SuppressWarnings("ReferenceEquality") // the very node, not one like it
  private int place(Object node) {
    int last = nodes.length - 1;
    int place = (System.identityHashCode(node) * SPREAD) >>> Integer.numberOfLeadingZeros(last);
    while (nodes[place] != null && nodes[place] != node) {
      place = (place + 1) & last;
    }
    return place;
  }

  ClauseElement element(int place) {
    return elements[place];
  }

  /** How many parts the element has, with itself and every one as often as it occurs. */
  long parts(int place) {
    return parts[place];
  }

  void put(Object node, ClauseElement element, long partsOfIt) {
    if (2 * size >= nodes.length) {
      grow();
    }
    int place = place(node);
    if (nodes[place] == null) {
      size++;
    }
    nodes[place] = node;
    elements[place] = element;
    parts[place] = partsOfIt;
  }

  private void grow() {
    @Nullable Object[] known = nodes;
    ClauseElement[] read = elements;
    long[] counted = parts;
    nodes = new @Nullable Object[2 * known.length];
    elements = new ClauseElement[nodes.length];
    parts = new long[nodes.length];
    for (int i = 0; i < known.length; i++) {
      Object node = known[i];
      if (node != null) {
        int place = place(node);
        nodes[place] = node;
        elements[place] = read[i];
        parts[place] = counted[i];
      }
    }
  }

  void forEach(BiConsumer<Object, ClauseElement> action) {
    for (int i = 0; i < nodes.length; i++) {
      Object node = nodes[i];
      if (node != null) {
        action.accept(node, elements[i]);
      }
    }
  }
}
