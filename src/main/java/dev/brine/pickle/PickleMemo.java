package dev.brine.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of what has been written: by identity, but for globals, of which Python has one each,
 * and for texts if so wanted.
 */
final class PickleMemo {

  static final int ABSENT = -1;

  private @Nullable Object[] nodes = new @Nullable Object[128];
  private int[] numbers = new int[128];
  private int inTable;
  private final Map<Object, Integer> values = new HashMap<>();
  private final boolean sharesEqualTexts;

  PickleMemo(boolean sharesEqualTexts) {
    this.sharesEqualTexts = sharesEqualTexts;
  }

  int size() {
    return inTable + values.size();
  }

  private boolean isValue(Object node) {
    return node instanceof PyGlobal || (sharesEqualTexts && node instanceof String);
  }

  int get(Object node) {
    if (isValue(node)) {
      return values.getOrDefault(node, ABSENT);
    }
    int slot = slot(node);
    return nodes[slot] == null ? ABSENT : numbers[slot];
  }

  /** Gives the next number to a node that has none. */
  int add(Object node) {
    int number = size();
    if (isValue(node)) {
      values.put(node, number);
      return number;
    }
    if (2 * inTable >= nodes.length) {
      grow();
    }
    insert(node, number);
    inTable++;
    return number;
  }

  private void insert(Object node, int number) {
    int slot = slot(node);
    nodes[slot] = node;
    numbers[slot] = number;
  }

  /** Where the node is, or the free place where it belongs. */
  private int slot(Object node) {
    int mask = nodes.length - 1;
    int hash = System.identityHashCode(node);
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (nodes[slot] != null && nodes[slot] != node) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    @Nullable Object[] oldNodes = nodes;
    int[] oldNumbers = numbers;
    nodes = new @Nullable Object[2 * oldNodes.length];
    numbers = Arrays.copyOf(oldNumbers, 2 * oldNumbers.length);
    for (int i = 0; i < oldNodes.length; i++) {
      Object node = oldNodes[i];
      if (node != null) {
        insert(node, oldNumbers[i]);
      }
    }
  }
}
