package dev.brine.fuzz;

import dev.brine.error.BrineException;
import dev.brine.pickle.PickleDisassembler;
import dev.brine.pickle.PickleInstruction;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pickle as a list of opcodes, each with its argument, to be cut up and put together anew. */
final class OpcodeList {

  private OpcodeList() {}

  /** The opcodes up to the STOP, or up to what is no opcode. */
  static List<byte[]> split(byte[] pickle) {
    List<Integer> offsets = new ArrayList<>();
    try {
      PickleDisassembler.disassemble(pickle)
          .map(PickleInstruction::offset)
          .forEachOrdered(offsets::add);
    } catch (BrineException damaged) {
      // What was read until there is as good a start as any.
    }
    List<byte[]> opcodes = new ArrayList<>();
    for (int i = 0; i < offsets.size(); i++) {
      int end = i + 1 < offsets.size() ? offsets.get(i + 1) : pickle.length;
      opcodes.add(Arrays.copyOfRange(pickle, offsets.get(i), end));
    }
    return opcodes;
  }

  static byte[] join(List<byte[]> opcodes) {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    opcodes.forEach(pickle::writeBytes);
    return pickle.toByteArray();
  }
}
