package dev.brine.pickle;

import dev.brine.pickle.PyObject.Added;
import dev.brine.pickle.PyObject.DictItems;
import dev.brine.pickle.PyObject.ListItems;
import dev.brine.pickle.PyObject.State;
import dev.brine.pickle.PyObject.Step;
import java.util.Iterator;
import net.razorvine.pickle.Opcodes;

/** Writes an object: the call that makes it, then what is done to it. */
final class ObjectTask implements PickleTask {

  /** An opcode in a plan, among the nodes to save. */
  private record Emit(int opcode) {}

  private static final Emit REDUCE = new Emit(Opcodes.REDUCE);
  private static final Emit NEWOBJ = new Emit(Opcodes.NEWOBJ);
  private static final Emit NEWOBJ_EX = new Emit(Opcodes.NEWOBJ_EX);
  private static final Emit BUILD = new Emit(Opcodes.BUILD);
  private static final Emit TUPLE2 = new Emit(Opcodes.TUPLE2);
  private static final Emit POP = new Emit(Opcodes.POP);
  private static final Emit MARK = new Emit(Opcodes.MARK);
  private static final Emit OBJ = new Emit(Opcodes.OBJ);

  private static final int FIRST_WITH_NEWOBJ = 2;
  private static final int FIRST_WITH_NEWOBJ_EX = 4;

  private final Object node;
  private final PyObject recipe;
  private boolean draft;
  private final Iterator<Step> steps;
  private Object[] plan;
  private int next;
  private boolean made;

  private ObjectTask(Object node, PyObject recipe, PyObject attempt, PickleMachine machine) {
    this.node = node;
    this.recipe = recipe;
    this.draft = !attempt.equals(recipe);
    this.steps = recipe.steps().iterator();
    this.plan = creation(attempt, machine);
  }

  /** Writes an object as one of its drafts, or as itself once they have all been begun. */
  static ObjectTask of(PyObject object, PickleMachine machine) {
    return new ObjectTask(object, object, machine.nextAttempt(object), machine);
  }

  /** Writes a node as the call that stands for it in an older protocol. */
  static ObjectTask of(Object node, PyObject recipe, PickleMachine machine) {
    return new ObjectTask(node, recipe, recipe, machine);
  }

  @Override
  public boolean advance(PickleMachine machine) {
    while (true) {
      while (next < plan.length) {
        if (!perform(plan[next++], machine)) {
          return false;
        }
      }
      if (!made && draft && !machine.isMemoized(node)) {
        // Not recursive after all, as when the graph was changed: the recipe itself counts.
        machine.out().op(Opcodes.POP);
        draft = false;
        plan = creation(recipe, machine);
        next = 0;
        continue;
      }
      if (!made && !memoize(machine)) {
        return true;
      }
      if (!steps.hasNext()) {
        return true;
      }
      plan = plan(steps.next());
      next = 0;
    }
  }

  private static boolean perform(Object part, PickleMachine machine) {
    if (part instanceof Emit emit) {
      machine.out().op(emit.opcode());
      return true;
    }
    if (part instanceof PickleTask task) {
      machine.push(task);
      return false;
    }
    return machine.save(part);
  }

  /**
   * False when the object was completed inside one of its own arguments: the second copy is dropped
   * then, and the first has had its steps.
   */
  private boolean memoize(PickleMachine machine) {
    made = true;
    if (machine.isMemoized(node)) {
      machine.out().op(Opcodes.POP);
      machine.get(node);
      return false;
    }
    machine.memoize(node);
    return true;
  }

  private static Object[] creation(PyObject recipe, PickleMachine machine) {
    Object callable = recipe.callable();
    PyTuple args = recipe.args();
    return switch (recipe.made()) {
      case REDUCE -> new Object[] {callable, args, REDUCE};
      case NEWOBJ ->
          machine.protocol() >= FIRST_WITH_NEWOBJ
              ? new Object[] {callable, args, NEWOBJ}
              : new Object[] {Recipes.NEWOBJ, Recipes.prepend(callable, args), REDUCE};
      case NEWOBJ_EX ->
          machine.protocol() >= FIRST_WITH_NEWOBJ_EX
              ? new Object[] {callable, args, recipe.kwargs(), NEWOBJ_EX}
              : new Object[] {Recipes.partialNew(recipe), PyTuple.EMPTY, REDUCE};
      case INST, OBJ -> instance(recipe);
      case EXTENSION -> new Object[] {new ExtensionTask((Long) args.get(0))};
    };
  }

  private static Object[] instance(PyObject recipe) {
    int count = recipe.args().size();
    Object[] plan = new Object[count + 3];
    plan[0] = MARK;
    plan[1] = recipe.callable();
    for (int i = 0; i < count; i++) {
      plan[i + 2] = recipe.args().get(i);
    }
    plan[count + 2] = OBJ;
    return plan;
  }

  private Object[] plan(Step step) {
    if (step instanceof ListItems items) {
      return new Object[] {BatchTask.appends(items.items(), BatchTask.Style.ITERATED)};
    }
    if (step instanceof DictItems items) {
      return new Object[] {BatchTask.setItems(items)};
    }
    if (step instanceof Added added) {
      return new Object[] {BatchTask.adds(added.items().asList())};
    }
    State state = (State) step;
    return state.setter() == null
        ? new Object[] {state.state(), BUILD}
        : new Object[] {state.setter(), node, state.state(), TUPLE2, REDUCE, POP};
  }

  /** Writes the number of a registered extension in its shortest form. */
  private record ExtensionTask(long code) implements PickleTask {

    @Override
    public boolean advance(PickleMachine machine) {
      if (code <= 0xFF) {
        machine.out().op(Opcodes.EXT1, code, 1);
      } else if (code <= 0xFFFF) {
        machine.out().op(Opcodes.EXT2, code, 2);
      } else {
        machine.out().op(Opcodes.EXT4, code, 4);
      }
      return true;
    }
  }
}
