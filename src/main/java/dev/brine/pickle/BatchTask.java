package dev.brine.pickle;

import java.util.List;
import java.util.function.IntFunction;
import net.razorvine.pickle.Opcodes;

/**
 * Writes the items of a list, dict or set, or those appended to an object, a thousand at a time.
 * The three styles differ only in how CPython's C pickler ends a series of batches.
 */
final class BatchTask implements PickleTask {

  private static final int BATCH_SIZE = 1000;

  /** The loop in CPython's {@code Modules/_pickle.c} to follow. */
  enum Style {
    /** {@code batch_list_exact}: a lone item without a mark only when it is the only one. */
    LIST,
    /**
     * {@code batch_dict_exact} and {@code save_set}: the same, but after a full last batch there is
     * an empty one.
     */
    DICT,
    /**
     * {@code batch_list} and {@code batch_dict}: whatever single item is left goes without a mark.
     */
    ITERATED
  }

  private final Style style;
  private final int width;
  private final int count;
  private final IntFunction<Object> parts;
  private final int singleOp;
  private final int batchOp;

  private int next;
  private int batchSize;
  private int batchEnd;
  private boolean open;
  private boolean marked;

  /**
   * Items of {@code width} parts each; {@code parts} numbers the parts through. An item alone is
   * added by {@code singleOp}, a marked batch by {@code batchOp}.
   */
  private BatchTask(
      Style style, int width, int count, IntFunction<Object> parts, int singleOp, int batchOp) {
    this.style = style;
    this.width = width;
    this.count = count;
    this.parts = parts;
    this.singleOp = singleOp;
    this.batchOp = batchOp;
  }

  static BatchTask appends(PyList list, Style style) {
    return new BatchTask(style, 1, list.size(), list::get, Opcodes.APPEND, Opcodes.APPENDS);
  }

  /** Sets and whatever else has an {@code add}: always in batches, for want of a single opcode. */
  static BatchTask adds(List<Object> items) {
    return new BatchTask(
        Style.DICT, 1, items.size(), items::get, Opcodes.ADDITEMS, Opcodes.ADDITEMS);
  }

  static BatchTask setItems(PyDict dict) {
    IntFunction<Object> parts = i -> i % 2 == 0 ? dict.keyAt(i / 2) : dict.valueAt(i / 2);
    return new BatchTask(Style.DICT, 2, dict.size(), parts, Opcodes.SETITEM, Opcodes.SETITEMS);
  }

  static BatchTask setItems(PyObject.DictItems items) {
    IntFunction<Object> parts =
        i -> i % 2 == 0 ? items.keys().get(i / 2) : items.values().get(i / 2);
    return new BatchTask(
        Style.ITERATED, 2, items.keys().size(), parts, Opcodes.SETITEM, Opcodes.SETITEMS);
  }

  @Override
  public boolean advance(PickleMachine machine) {
    while (true) {
      if (!open && !openBatch(machine)) {
        return true;
      }
      while (next < batchEnd) {
        if (!machine.save(parts.apply(next++))) {
          return false;
        }
      }
      open = false;
      machine.out().op(marked ? batchOp : singleOp);
    }
  }

  /** Starts the next batch, or tells that there is none. */
  private boolean openBatch(PickleMachine machine) {
    int left = count - next / width;
    boolean emptyBatchDue =
        style == Style.DICT && marked && batchIsFull() && machine.protocol() > 0;
    if (left == 0 && !emptyBatchDue) {
      return false;
    }
    int size = Math.min(left, BATCH_SIZE);
    if (isSingle(left, machine.protocol())) {
      size = 1;
      marked = false;
    } else {
      marked = true;
      machine.out().op(Opcodes.MARK);
    }
    batchSize = size;
    batchEnd = next + size * width;
    open = true;
    return true;
  }

  private boolean batchIsFull() {
    return batchSize == BATCH_SIZE;
  }

  private boolean isSingle(int left, int protocol) {
    if (singleOp == batchOp) {
      return false;
    }
    return protocol == 0 || (style == Style.ITERATED ? left == 1 : count == 1);
  }
}
