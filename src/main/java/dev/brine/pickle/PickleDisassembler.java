package dev.brine.pickle;

import dev.brine.error.BrineException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Lists the opcodes of a pickle, as Python's {@code pickletools.dis} does. Nothing is built from
 * them, so that also a pickle that cannot be read can be looked at. Stateless, thread-safe.
 */
public final class PickleDisassembler {

  private PickleDisassembler() {}

  /**
   * The opcodes up to the STOP, one after the other as they are asked for.
   *
   * @throws dev.brine.error.MalformedPickleException from the stream, at an unknown opcode or where
   *     the bytes end
   */
  public static Stream<PickleInstruction> disassemble(byte[] pickle) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Instructions(new PickleInput(pickle)), Spliterator.ORDERED),
        false);
  }

  private static final int MAX_LINE = 80;

  private static final class Instructions implements Iterator<PickleInstruction> {

    private final PickleInput input;
    private boolean stopped;

    Instructions(PickleInput input) {
      this.input = input;
    }

    @Override
    public boolean hasNext() {
      return !stopped;
    }

    @Override
    public PickleInstruction next() {
      if (stopped) {
        throw new NoSuchElementException();
      }
      Opcode opcode = Opcode.of(input.opcode());
      if (opcode == null) {
        throw unknown();
      }
      int offset = input.opcodeOffset();
      stopped = opcode == Opcode.STOP;
      return new PickleInstruction(offset, opcode.name(), argument(opcode));
    }

    private BrineException unknown() {
      return input.malformed("no such opcode");
    }

    private String argument(Opcode opcode) {
      return switch (opcode.argument()) {
        case NONE -> "";
        case UINT1 -> Integer.toString(input.uint1());
        case UINT2 -> Integer.toString(input.uint2());
        case INT4 -> Integer.toString(input.int4());
        case UINT4 -> Long.toString(input.uint4());
        case UINT8 -> Long.toString(input.int8());
        case FLOAT8 -> PickleNumbers.repr(input.float8());
        case LONG1 -> show(input.integer(input.uint1()));
        case LONG4 -> show(input.integer(input.int4()));
        case BYTES1 -> show(PyBytes.wrap(input.bytes(input.uint1())));
        case BYTES4 -> show(PyBytes.wrap(input.bytes(input.uint4())));
        case BYTES8 -> show(PyBytes.wrap(input.bytes(input.int8())));
        case TEXT1 -> show(input.text(input.uint1()));
        case TEXT4 -> show(input.text(input.uint4()));
        case TEXT8 -> show(input.text(input.int8()));
        case LINE -> shorten(line());
        case TWO_LINES -> shorten(line() + " " + line());
      };
    }

    private String line() {
      return PyByteString.wrap(input.line()).text();
    }

    /** A line as it stands: numbers, names, and strings with the quotes they have. */
    private static String shorten(String line) {
      return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
    }

    private static String show(Object value) {
      return GraphText.of(value);
    }
  }
}
