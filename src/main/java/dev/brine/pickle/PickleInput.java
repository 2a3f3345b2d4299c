package dev.brine.pickle;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.razorvine.pickle.Opcodes;

/**
 * The bytes of a pickle and a position in them. Every read checks what is left before it allocates
 * or reads; a failure names the opcode being read and its offset.
 */
final class PickleInput {

  private static final int MASK = 0xFF;
  private static final int MAX_ASCII = 0x7F;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private static final double BITS_OF_A_DIGIT = Math.log(10) / Math.log(2);

  private final byte[] data;
  private final RecurringTexts texts = new RecurringTexts();
  private final ReadLimits limits;
  private final long maxText;
  private final long maxWidth;
  private int[] ints = {};
  private int position;
  private int opcodeAt;

  /** Where the frame ends that is being read; 0 without one. */
  private int frameEnd;

  PickleInput(byte[] data) {
    this(data, ReadLimits.DEFAULT);
  }

  PickleInput(byte[] data, ReadLimits limits) {
    this.data = data;
    this.limits = limits;
    this.maxText = limits.of(Limit.MAX_TEXT);
    this.maxWidth = 1 + (long) (limits.of(Limit.MAX_DIGITS) * BITS_OF_A_DIGIT / Byte.SIZE);
  }

  /** The next opcode as an unsigned byte. */
  int opcode() {
    opcodeAt = position;
    if (position >= data.length) {
      throw new MalformedPickleException(
          "The pickle ends at offset %d without a STOP".formatted(position),
          "It was cut short, or it is no pickle at all");
    }
    return data[position++] & MASK;
  }

  /** The next opcode, which stays the next; -1 at the end. */
  int peek() {
    return position < data.length ? data[position] & MASK : -1;
  }

  /** Reads the next opcode if it is this one. */
  boolean skips(int opcode) {
    if (peek() != opcode) {
      return false;
    }
    opcodeAt = position++;
    return true;
  }

  int position() {
    return position;
  }

  int opcodeOffset() {
    return opcodeAt;
  }

  int remaining() {
    return data.length - position;
  }

  MalformedPickleException malformed(String what) {
    return new MalformedPickleException(where() + ": " + what);
  }

  PickleLimitException exceeded(Limit limit, String what) {
    return limit.exceeded(where() + ": " + what, limits);
  }

  String where() {
    return "%s at offset %d".formatted(Opcode.nameOf(data[opcodeAt] & MASK), opcodeAt);
  }

  /** Checks that so many bytes are left. */
  void require(long length) {
    if (length < 0 || length > remaining()) {
      throw missing(length);
    }
    if (position < frameEnd && length > frameEnd - position) {
      throw beyondFrame();
    }
  }

  /**
   * Begins a frame of so many bytes. It must not end within an argument, nor within another frame's
   * reach: there CPython's readers go apart, reading on, losing bytes, or refusing.
   */
  void frame(long length) {
    require(length);
    frameEnd = Math.max(frameEnd, position + (int) length);
  }

  private MalformedPickleException missing(long length) {
    return malformed(
        length < 0
            ? "negative length " + length
            : "wants %d bytes where %d are left".formatted(length, remaining()));
  }

  private void requireText(long length) {
    require(length);
    if (length > maxText) {
      throw exceeded(Limit.MAX_TEXT, "%d bytes, more than".formatted(length));
    }
  }

  int uint1() {
    require(1);
    return data[position++] & MASK;
  }

  int uint2() {
    require(2);
    int value = (data[position] & MASK) | ((data[position + 1] & MASK) << 8);
    position += 2;
    return value;
  }

  int int4() {
    require(4);
    int value = (int) INT.get(data, position);
    position += 4;
    return value;
  }

  long uint4() {
    return Integer.toUnsignedLong(int4());
  }

  /**
   * Reads the ints that follow one another here, where APPENDS comes straight after them, and
   * leaves them in {@link #ints}; where something else comes, nothing is read.
   *
   * @param most how many there may be
   * @return how many there are
   */
  int readInts(int most) {
    int end = position < frameEnd ? frameEnd : data.length;
    // Beyond this too few bytes may be left for the longest of them.
    int last = end - 1 - Integer.BYTES;
    int at = position;
    int count = 0;
    while (at < last && isInt(data[at])) {
      if (count == ints.length) {
        ints = Arrays.copyOf(ints, Math.max(16, 2 * count));
      }
      int opcode = data[at];
      if (opcode == Opcodes.BININT2) {
        ints[count++] = (short) SHORT.get(data, at + 1) & 0xFFFF;
        at += 1 + Short.BYTES;
      } else if (opcode == Opcodes.BININT1) {
        ints[count++] = data[at + 1] & MASK;
        at += 1 + Byte.BYTES;
      } else {
        ints[count++] = (int) INT.get(data, at + 1);
        at += 1 + Integer.BYTES;
      }
    }
    if (count == 0 || count > most || at >= end || data[at] != Opcodes.APPENDS) {
      return 0;
    }
    position = at;
    return count;
  }

  private static boolean isInt(byte opcode) {
    return opcode == Opcodes.BININT2 || opcode == Opcodes.BININT1 || opcode == Opcodes.BININT;
  }

  /** What was read last by {@link #readInts}. */
  int[] ints() {
    return ints;
  }

  /** Eight bytes, little-endian; a value beyond a Java long comes out negative. */
  long int8() {
    require(8);
    long low = uint4();
    return low | (uint4() << 32);
  }

  /** Eight bytes, big-endian, as BINFLOAT has them. */
  double float8() {
    require(8);
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (data[position + i] & MASK);
    }
    position += 8;
    return Double.longBitsToDouble(bits);
  }

  byte[] bytes(long length) {
    requireText(length);
    int start = position;
    position += (int) length;
    return Arrays.copyOfRange(data, start, position);
  }

  /** Text in UTF-8: a String, or {@link PySurrogateText} where a String cannot hold it. */
  Object text(long length) {
    requireText(length);
    int start = position;
    position += (int) length;
    Object text = texts.read(data, start, position);
    if (text == null) {
      throw malformed("text is not valid UTF-8");
    }
    return text;
  }

  /** A two's-complement little-endian int: a Long where it fits, else a BigInteger. */
  Object integer(long length) {
    require(length);
    int width = (int) length;
    if (width <= Long.BYTES) {
      return smallInteger(width);
    }
    if (width > maxWidth) {
      throw exceeded(Limit.MAX_DIGITS, "an int of %d bytes, of more digits than".formatted(width));
    }
    byte[] bigEndian = new byte[width];
    for (int i = 0; i < width; i++) {
      bigEndian[i] = data[position + width - 1 - i];
    }
    position += width;
    return PickleNumbers.narrow(new BigInteger(bigEndian));
  }

  private Long smallInteger(int width) {
    int start = position;
    position += width;
    if (width == 0) {
      return 0L;
    }
    int unused = Long.SIZE - width * Byte.SIZE;
    return lowBytes(start, width) << unused >> unused;
  }

  /** So many bytes, and whatever above them. */
  private long lowBytes(int start, int width) {
    if (start <= data.length - Long.BYTES) {
      return (long) LONG.get(data, start);
    }
    long value = 0;
    for (int i = start + width - 1; i >= start; i--) {
      value = (value << Byte.SIZE) | (data[i] & MASK);
    }
    return value;
  }

  private MalformedPickleException beyondFrame() {
    return malformed("this reaches beyond the frame that it is in");
  }

  /** The bytes up to the next newline, which is skipped. */
  byte[] line() {
    int start = position;
    for (int i = start; i < data.length; i++) {
      if (data[i] == '\n') {
        if (start < frameEnd && i >= frameEnd) {
          throw beyondFrame();
        }
        position = i + 1;
        requireLine(i - start);
        return Arrays.copyOfRange(data, start, i);
      }
    }
    throw malformed("the line does not end before the pickle does");
  }

  private void requireLine(int length) {
    if (length > maxText) {
      throw exceeded(Limit.MAX_TEXT, "a line of %d bytes, more than".formatted(length));
    }
  }

  /** A line of UTF-8, as names are written: not empty, and without surrogates. */
  String nameLine() {
    byte[] line = line();
    if (line.length == 0) {
      throw malformed("the name is empty");
    }
    if (PickleText.utf8(line, 0, line.length) instanceof String name
        && PickleText.isEncodable(name)) {
      return name;
    }
    throw malformed("name is not valid UTF-8");
  }

  /** A name in ASCII, as only Python 2 could have it. */
  String asciiNameLine() {
    String name = nameLine();
    if (name.chars().anyMatch(c -> c > MAX_ASCII)) {
      throw malformed("name is not ASCII");
    }
    return name;
  }
}
