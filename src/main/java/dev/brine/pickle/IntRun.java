package dev.brine.pickle;

import net.razorvine.pickle.Opcodes;

/** The opcodes by which ints, and nothing else, are appended to a list: in batches or one alone. */
final class IntRun {

  private final byte[] data;
  private long opcodes;

  IntRun(byte[] data) {
    this.data = data;
  }

  /**
   * Where the last of them ends that begin here; where they begin if there are none, or something
   * else is appended as well.
   */
  int end(int from) {
    int end = from;
    int batch = batch(end);
    while (batch > end) {
      end = batch;
      batch = batch(end);
    }
    int single = afterInt(end);
    if (single > end && isAt(single, Opcodes.APPEND)) {
      opcodes += 2;
      end = single + 1;
    }
    return isAt(end, Opcodes.MARK) || isAt(end, Opcodes.APPENDS) ? from : end;
  }

  /** How many opcodes they are. */
  long opcodes() {
    return opcodes;
  }

  private int batch(int from) {
    if (!isAt(from, Opcodes.MARK)) {
      return from;
    }
    int count = 0;
    int at = from + 1;
    int next = afterInt(at);
    while (next > at) {
      count++;
      at = next;
      next = afterInt(at);
    }
    if (count == 0 || !isAt(at, Opcodes.APPENDS)) {
      return from;
    }
    opcodes += 2 + count;
    return at + 1;
  }

  private int afterInt(int at) {
    if (at >= data.length) {
      return at;
    }
    return switch (data[at]) {
      case Opcodes.BININT1 -> at + 1 + Byte.BYTES;
      case Opcodes.BININT2 -> at + 1 + Short.BYTES;
      case Opcodes.BININT -> at + 1 + Integer.BYTES;
      default -> at;
    };
  }

  private boolean isAt(int at, int opcode) {
    return at < data.length && data[at] == (byte) opcode;
  }
}
