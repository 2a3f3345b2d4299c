package dev.brine.pickle;

/**
 * A composite value in the middle of being written. The pickler keeps these on a stack of its own,
 * so that the depth of a graph costs no Java stack.
 */
interface PickleTask {

  /**
   * Writes on until done, or until a part is itself a composite, whose task then goes first.
   *
   * @return whether the value is complete
   */
  boolean advance(PickleMachine machine);
}
