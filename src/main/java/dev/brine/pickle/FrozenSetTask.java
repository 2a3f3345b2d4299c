package dev.brine.pickle;

import java.util.Iterator;
import net.razorvine.pickle.Opcodes;

/** Writes a frozen set in protocol 4 or later. */
final class FrozenSetTask implements PickleTask {

  private final PyFrozenSet set;
  private final Iterator<Object> elements;

  FrozenSetTask(PyFrozenSet set, PickleMachine machine) {
    this.set = set;
    this.elements = set.iterator();
    machine.out().op(Opcodes.MARK);
  }

  @Override
  public boolean advance(PickleMachine machine) {
    while (elements.hasNext()) {
      if (!machine.save(elements.next())) {
        return false;
      }
    }
    if (machine.isMemoized(set)) {
      machine.out().op(Opcodes.POP_MARK);
      machine.get(set);
    } else {
      machine.out().op(Opcodes.FROZENSET);
      machine.memoize(set);
    }
    return true;
  }
}
