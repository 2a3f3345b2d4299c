package dev.brine.pickle;

import java.util.List;

/** A pickle as lines, so that a failed comparison shows which opcode differs. */
final class PickleLines {

  private PickleLines() {}

  static List<String> of(byte[] pickle) {
    return PickleDisassembler.disassemble(pickle)
        .map(line -> (line.opcode() + " " + line.argument()).strip())
        .toList();
  }
}
