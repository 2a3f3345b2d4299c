package dev.brine.pickle;

/**
 * One opcode of a pickle.
 *
 * @param offset where it stands, in bytes from the start
 * @param opcode its name in CPython's {@code pickletools}, such as {@code "BINUNICODE"}
 * @param argument its argument in Python's notation, shortened; empty where it has none
 */
public record PickleInstruction(int offset, String opcode, String argument) {

  /** One line, as {@code pickletools.dis} would set it. */
  @Override
  public String toString() {
    return "%5d: %-16s %s".formatted(offset, opcode, argument).stripTrailing();
  }
}
