package dev.brine;

import dev.brine.pickle.GraphCopy;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Copies a graph and puts other nodes in the places of some: what comes out is always a sound
 * pickle, and gets as far as what reads its meaning.
 */
public final class GraphMutation extends GraphCopy {

  /** One of so many gets a value in its place. */
  private static final int VALUES_RARITY = 3;

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

  private final Random random;
  private final int rarity;
  private final List<Object> seen = new ArrayList<>();

  /**
   * @param random says which nodes
   * @param rarity out of so many nodes one is replaced
   */
  public GraphMutation(Random random, int rarity) {
    this.random = random;
    this.rarity = rarity;
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
    if (seen.isEmpty() || random.nextInt(rarity) != 0) {
      return node;
    }
    return random.nextInt(VALUES_RARITY) == 0
        ? VALUES.get(random.nextInt(VALUES.size()))
        : seen.get(random.nextInt(seen.size()));
  }
}
