package dev.brine.fuzz;

import dev.brine.pickle.GraphCopy;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies a graph and puts other nodes in the places of some: what comes out is always a sound
 * pickle, and gets as far as what reads its meaning.
 */
final class GraphMutation extends GraphCopy {

  /** Out of so many nodes one is replaced. */
  private static final int RARITY = 24;

  private static final List<Object> VALUES =
      List.of(
          PyNone.NONE,
          true,
          0L,
          -1L,
          Long.MAX_VALUE,
          Double.NaN,
          "",
          "id",
          PyTuple.EMPTY,
          new PyList(),
          new PyDict());

  private final Choices choices;
  private final List<Object> seen = new ArrayList<>();

  GraphMutation(Choices choices) {
    this.choices = choices;
  }

  @Override
  protected Object replace(Object node) {
    Object replacement = chosen(node);
    if (node instanceof PyNode) {
      seen.add(node);
    }
    return replacement;
  }

  /** A value of any type, or a node met before: one around this one makes a cycle. */
  private Object chosen(Object node) {
    if (!choices.areLeft() || seen.isEmpty() || choices.below(RARITY) != 1) {
      return node;
    }
    return choices.below(2) == 0
        ? VALUES.get(choices.below(VALUES.size()))
        : seen.get(choices.below(seen.size()));
  }
}
