package dev.brine.pickle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import net.razorvine.pickle.Opcodes;

/**
 * One pass over the opcodes of a pickle that looks for the blanks of its {@link PickleForm}: for
 * each text that is the key asked for, the plain value that comes next, or that a call with one
 * argument comes next with, as dates and Decimals are made. Nothing is built. A value that the
 * pickle refers to again is no blank: it may mean something else there.
 *
 * <p>What it does not care to understand it refuses by {@link #run} being false, and what is no
 * valid pickle it may well take for one: both only mean that the pickle is read as any other.
 */
final class FormScan {

  private static final int MASK = 0xFF;

  /** Opcodes whose argument has no fixed length. */
  private static final byte TEXT_OF_1 = -1;

  private static final byte TEXT_OF_4 = -2;
  private static final byte LINE = -3;
  private static final byte TWO_LINES = -4;
  private static final byte OTHER = -5;

  /** The lengths of arguments by opcode; negative where it is not fixed. */
  private static final byte[] LENGTHS = lengths();

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What is on top of the stack, unless it is a blank: then its place among the gaps. */
  private static final int KEY = -1;

  private static final int ANYTHING = -2;

  private static final int DROPPED = -1;
  private static final int NOTHING = -1;
  private static final int FAR = 1_000;

  /** A class that is not in the memo yet takes three opcodes: both names, and what joins them. */
  private static final int WITH_CLASS = 3;

  private final byte[] data;
  private final byte[] key;

  /** Beginning and end of each gap, a blank or a frame's head; where it began to be none, -1. */
  private int[] gaps = new int[32];

  private int gapCount;

  /** The memo's numbers of what is in blanks, and at each of them the place among the gaps. */
  private final BitSet numbersOfBlanks = new BitSet();

  private int[] gapOfNumber = {};

  private int top = ANYTHING;

  /** How many values came behind the key. */
  private int behindKey = FAR;

  /** The blank that comes first behind the key, if there is one. */
  private int first = NOTHING;

  /** What may be the argument of a call, and how many values came before it. */
  private int tentative = NOTHING;

  private int tentativeAt;

  /** The number in the memo of the key; -1 before it is met. */
  private int keyNumber = -1;

  private int memoized;
  private long opcodes;
  private int frameEnd;

  FormScan(byte[] data, byte[] key) {
    this.data = data;
    this.key = key;
  }

  private static byte[] lengths() {
    byte[] lengths = new byte[MASK + 1];
    for (int code = 0; code <= MASK; code++) {
      Opcode opcode = Opcode.of(code);
      lengths[code] = opcode == null ? OTHER : length(opcode.argument());
    }
    return lengths;
  }

  private static byte length(Opcode.Argument argument) {
    return switch (argument) {
      case NONE -> 0;
      case UINT1 -> 1;
      case UINT2 -> 2;
      case INT4, UINT4 -> 4;
      case UINT8, FLOAT8 -> 8;
      case LONG1, BYTES1, TEXT1 -> TEXT_OF_1;
      case BYTES4, TEXT4 -> TEXT_OF_4;
      case LINE -> LINE;
      case TWO_LINES -> TWO_LINES;
      case LONG4, BYTES8, TEXT8 -> OTHER;
    };
  }

  /** Runs to the STOP; false where the pickle has no form that this could tell. */
  boolean run() {
    int at = 0;
    while (at >= 0 && at < data.length) {
      int opcode = data[at] & MASK;
      if (opcode == Opcodes.STOP) {
        checkCall(opcode);
        return true;
      }
      int next = at + 1 + argument(at, opcode);
      // A frame must not end within an argument.
      if (next <= at || next > data.length || (at < frameEnd && next > frameEnd)) {
        return false;
      }
      opcodes++;
      at = step(at, next, opcode);
    }
    return false;
  }

  /** Takes in one opcode; returns where to go on, or -1. */
  private int step(int at, int next, int opcode) {
    return switch (opcode) {
      case Opcodes.FRAME -> frame(at, next);
      case Opcodes.MEMOIZE -> put(memoized++, next);
      case Opcodes.BINPUT -> put(data[at + 1] & MASK, next);
      case Opcodes.LONG_BINPUT -> put((int) INT.get(data, at + 1), next);
      case Opcodes.BINGET -> get(data[at + 1] & MASK, next);
      case Opcodes.LONG_BINGET -> get((int) INT.get(data, at + 1), next);
      // No ordinary pickle of a statement has them, and they can bring a blank to the top again.
      case Opcodes.DUP, Opcodes.POP, Opcodes.POP_MARK, Opcodes.PUT, Opcodes.GET -> -1;
      default -> push(at, next, opcode);
    };
  }

  private int frame(int at, int next) {
    long length = (long) LONG.get(data, at + 1);
    if (length < 0 || length > data.length - next) {
      return -1;
    }
    frameEnd = Math.max(frameEnd, next + (int) length);
    gap(at, next);
    return next;
  }

  private int put(int number, int next) {
    if (number < 0 || number > data.length) {
      return -1;
    }
    if (top == KEY) {
      keyNumber = number;
    } else if (top >= 0) {
      if (number >= gapOfNumber.length) {
        gapOfNumber = Arrays.copyOf(gapOfNumber, 2 * number + 16);
      }
      gapOfNumber[number] = top;
      numbersOfBlanks.set(number);
    }
    return next;
  }

  private int get(int number, int next) {
    if (number >= 0 && numbersOfBlanks.get(number)) {
      gaps[gapOfNumber[number]] = DROPPED;
    }
    pushed(Opcodes.BINGET, number == keyNumber);
    return next;
  }

  private int push(int at, int next, int opcode) {
    boolean isPlain = PickleForm.isPlain(opcode);
    if (behindKey == 0 && opcode == Opcodes.EMPTY_LIST) {
      behindKey = FAR;
      return intsOf(next);
    }
    if (isPlain && (behindKey == 0 || behindKey == 1 || behindKey == WITH_CLASS)) {
      checkCall(opcode);
      top = gapCount;
      if (behindKey == 0) {
        first = gapCount;
      } else {
        tentative = gapCount;
        tentativeAt = behindKey;
      }
      behindKey++;
      gap(at, next);
      return next;
    }
    pushed(opcode, isKey(at, next, opcode));
    return next;
  }

  private void pushed(int opcode, boolean isKey) {
    checkCall(opcode);
    if (opcode == Opcodes.STACK_GLOBAL && behindKey == 2 && first != NOTHING) {
      gaps[first] = DROPPED; // it was the module of a class
    }
    boolean isNext = isKey && behindKey != 0;
    top = isNext ? KEY : ANYTHING;
    behindKey = isNext ? 0 : behindKey + 1;
    first = isNext ? NOTHING : first;
  }

  /** What may be an argument is one if what follows is a tuple of it, and a call. */
  private void checkCall(int opcode) {
    if (tentative == NOTHING || (opcode == Opcodes.TUPLE1 && behindKey == tentativeAt + 1)) {
      return;
    }
    if (opcode != Opcodes.REDUCE || behindKey != tentativeAt + 2) {
      gaps[tentative] = DROPPED;
    }
    tentative = NOTHING;
  }

  /** How long an argument is; negative where that cannot be told. */
  private int argument(int at, int opcode) {
    int length = LENGTHS[opcode];
    if (length >= 0) {
      return length;
    }
    return switch (length) {
      case TEXT_OF_1 -> at + 1 < data.length ? 1 + (data[at + 1] & MASK) : -1;
      case TEXT_OF_4 -> at + 4 < data.length ? textOf4((int) INT.get(data, at + 1)) : -1;
      case LINE -> line(at + 1) - at - 1;
      case TWO_LINES -> line(line(at + 1)) - at - 1;
      default -> -1;
    };
  }

  private int textOf4(int length) {
    return length < 0 || length > data.length ? -1 : Integer.BYTES + length;
  }

  /** Where the line that begins here ends, its newline included; far away where it does not. */
  private int line(int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == '\n') {
        return i + 1;
      }
    }
    return data.length + 1;
  }

  private boolean isKey(int at, int next, int opcode) {
    return switch (opcode) {
      case Opcodes.SHORT_BINUNICODE -> isKey(at + 2, next);
      case Opcodes.BINUNICODE -> isKey(at + 1 + Integer.BYTES, next);
      default -> false;
    };
  }

  private boolean isKey(int from, int to) {
    return to - from == key.length && Arrays.equals(data, from, to, key, 0, key.length);
  }

  /**
   * Marks what is appended to the list that was just made, if that is ints and nothing else;
   * returns where to go on.
   */
  private int intsOf(int listEnd) {
    top = gapCount;
    int put = listEnd < data.length ? data[listEnd] & MASK : Opcodes.STOP;
    int from = listEnd + 1 + Math.max(0, LENGTHS[put]);
    boolean isPut = put == Opcodes.MEMOIZE || put == Opcodes.BINPUT || put == Opcodes.LONG_BINPUT;
    if (!isPut || from > data.length || step(listEnd, from, put) < 0) {
      top = ANYTHING;
      return listEnd;
    }
    opcodes++;
    top = ANYTHING;
    IntRun run = new IntRun(data);
    int to = run.end(from);
    gap(from, to);
    if (to == from || (from < frameEnd && to > frameEnd)) {
      gaps[gapCount - 2] = DROPPED;
      return from;
    }
    opcodes += run.opcodes();
    return to;
  }

  private void gap(int from, int to) {
    if (gapCount == gaps.length) {
      gaps = Arrays.copyOf(gaps, 2 * gapCount);
    }
    gaps[gapCount++] = from;
    gaps[gapCount++] = to;
  }

  int[] gaps() {
    int[] left = new int[gapCount];
    int count = 0;
    for (int i = 0; i < gapCount; i += 2) {
      if (gaps[i] != DROPPED) {
        left[count++] = gaps[i];
        left[count++] = gaps[i + 1];
      }
    }
    return Arrays.copyOf(left, count);
  }

  long opcodes() {
    return opcodes;
  }
}
