package dev.brine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.razorvine.pickle.Opcodes;

/**
 * What is done to the opcodes of a pickle. Frames are taken away first: their lengths would not
 * hold any longer, and nothing past that would ever be read.
 */
enum OpcodeMutation {
  SWAP {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      Collections.swap(opcodes, place(opcodes, choices), place(opcodes, choices));
    }
  },
  DROP {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      range(opcodes, choices).clear();
    }
  },
  /** Of a key and its value: a key twice. */
  REPEAT {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      opcodes.addAll(place(opcodes, choices), List.copyOf(range(opcodes, choices)));
    }
  },
  /** A value of another type, in the place of one. */
  RETYPE {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      opcodes.set(value(opcodes, choices), VALUES.get(choices.below(VALUES.size())));
    }
  },
  /** A value that stands elsewhere in the pickle. */
  COPY {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      opcodes.set(value(opcodes, choices), opcodes.get(value(opcodes, choices)));
    }
  },
  /** What was put aside before: a container that is still open makes a cycle. */
  CYCLE {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      int at = value(opcodes, choices);
      long put = opcodes.subList(0, at).stream().filter(OpcodeMutation::puts).count();
      int number = put == 0 ? 0 : choices.below((int) Math.min(put, MOST));
      opcodes.set(at, new byte[] {(byte) Opcodes.BINGET, (byte) number});
    }
  },
  /** A value of another pickle. */
  GRAFT {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      opcodes.set(value(opcodes, choices), donor.get(value(donor, choices)));
    }
  },
  /** Several opcodes of another pickle. */
  SPLICE {
    @Override
    void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices) {
      opcodes.addAll(place(opcodes, choices), List.copyOf(range(donor, choices)));
    }
  };

  /** The highest number of BINGET. */
  private static final int MOST = 256;

  private static final int LONGEST_RANGE = 8;
  private static final int TRIES = 16;

  private static final List<byte[]> VALUES =
      Stream.of(
              "N",
              "\u0088",
              "\u0089",
              "K\u0001",
              "J\u00ff\u00ff\u00ff\u00ff",
              "J\u00ff\u00ff\u00ff\u007f",
              "]",
              "}",
              ")",
              "\u008f",
              "\u008c\u0000",
              "\u008c\u0001a",
              "C\u0001a",
              "U\u0001a",
              "G\u007f\u00f8\0\0\0\0\0\0",
              "I99999999999999999999\n",
              "cbuiltins\nint\n",
              "cos\nsystem\n",
              "Ptable:users\n",
              "Pcolumn:users:id\n",
              "Psession:\n",
              "Pengine:\n",
              ")\u0081",
              "R",
              "b")
          .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
          .toList();

  /**
   * Changes the opcodes.
   *
   * @param donor the opcodes of another pickle; not empty
   */
  abstract void apply(List<byte[]> opcodes, List<byte[]> donor, Choices choices);

  static byte[] mutate(byte[] pickle, byte[] other, int times, Choices choices) {
    List<byte[]> opcodes = unframed(pickle);
    List<byte[]> donor = unframed(other);
    for (int i = 0; i < times && !opcodes.isEmpty(); i++) {
      values()[choices.below(values().length)].apply(opcodes, donor, choices);
    }
    return OpcodeList.join(opcodes);
  }

  private static List<byte[]> unframed(byte[] pickle) {
    List<byte[]> opcodes = new ArrayList<>(OpcodeList.split(pickle));
    opcodes.removeIf(each -> each[0] == (byte) Opcodes.FRAME);
    return opcodes;
  }

  private static int place(List<byte[]> opcodes, Choices choices) {
    return choices.below(opcodes.size());
  }

  private static List<byte[]> range(List<byte[]> opcodes, Choices choices) {
    int start = place(opcodes, choices);
    int end = Math.min(opcodes.size(), start + 1 + choices.below(LONGEST_RANGE));
    return opcodes.subList(start, end);
  }

  /** Where something is pushed, if that is soon found. */
  private static int value(List<byte[]> opcodes, Choices choices) {
    int start = place(opcodes, choices);
    for (int i = start; i < Math.min(opcodes.size(), start + TRIES); i++) {
      if (pushes(opcodes.get(i))) {
        return i;
      }
    }
    return start;
  }

  private static boolean pushes(byte[] opcode) {
    return switch (opcode[0] & 0xFF) {
      case Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.BINUNICODE,
          Opcodes.SHORT_BINBYTES,
          Opcodes.GLOBAL,
          Opcodes.PERSID,
          Opcodes.EMPTY_DICT,
          Opcodes.EMPTY_LIST,
          Opcodes.EMPTY_TUPLE ->
          true;
      default -> false;
    };
  }

  private static boolean puts(byte[] opcode) {
    return switch (opcode[0] & 0xFF) {
      case Opcodes.MEMOIZE, Opcodes.BINPUT, Opcodes.LONG_BINPUT, Opcodes.PUT -> true;
      default -> false;
    };
  }
}
