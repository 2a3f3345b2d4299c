package dev.brine.pickle;

import net.razorvine.pickle.Opcodes;

/** Writes a tuple that is not empty. */
final class TupleTask implements PickleTask {

  private static final int[] SHORT_TUPLES = {
    Opcodes.EMPTY_TUPLE, Opcodes.TUPLE1, Opcodes.TUPLE2, Opcodes.TUPLE3
  };

  private final PyTuple tuple;
  private final boolean marked;
  private int next;

  TupleTask(PyTuple tuple, PickleMachine machine) {
    this.tuple = tuple;
    this.marked = machine.protocol() < 2 || tuple.size() >= SHORT_TUPLES.length;
    if (marked) {
      machine.out().op(Opcodes.MARK);
    }
  }

  @Override
  public boolean advance(PickleMachine machine) {
    while (next < tuple.size()) {
      if (!machine.save(tuple.get(next++))) {
        return false;
      }
    }
    if (machine.isMemoized(tuple)) {
      fetch(machine);
    } else {
      machine.out().op(marked ? Opcodes.TUPLE : SHORT_TUPLES[tuple.size()]);
      machine.memoize(tuple);
    }
    return true;
  }

  /** The tuple was completed inside one of its elements: drops the second copy, gets the first. */
  private void fetch(PickleMachine machine) {
    if (marked && machine.protocol() > 0) {
      machine.out().op(Opcodes.POP_MARK);
    } else {
      int pops = tuple.size() + (marked ? 1 : 0);
      for (int i = 0; i < pops; i++) {
        machine.out().op(Opcodes.POP);
      }
    }
    machine.get(tuple);
  }
}
