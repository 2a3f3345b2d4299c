package dev.brine.pickle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.razorvine.pickle.Opcodes;

/**
 * The growing bytes of a pickle. From protocol 4 on they are cut into frames as CPython's C pickler
 * cuts them (3.7 and later, {@code Modules/_pickle.c}): a frame ends at the first value that begins
 * beyond 64 KiB; a text or bytes value of 64 KiB or more stands between frames; a frame of less
 * than four bytes loses its header.
 */
final class PickleOutput {

  private static final int FRAME_SIZE_TARGET = 64 * 1024;
  private static final int FRAME_SIZE_MIN = 4;
  private static final int FRAME_HEADER_SIZE = 9;
  private static final int NO_FRAME = -1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] buffer = new byte[1024];
  private int size;
  private boolean framing;
  private int frameStart = NO_FRAME;

  void startFraming() {
    framing = true;
  }

  /** To be called before each value: the only places where a frame may end. */
  void valueBoundary() {
    if (frameStart != NO_FRAME && frameLength() >= FRAME_SIZE_TARGET) {
      closeFrame();
    }
  }

  private int frameLength() {
    return size - frameStart - FRAME_HEADER_SIZE;
  }

  private void closeFrame() {
    if (frameStart == NO_FRAME) {
      return;
    }
    int length = frameLength();
    if (length >= FRAME_SIZE_MIN) {
      buffer[frameStart] = (byte) Opcodes.FRAME;
      LONG.set(buffer, frameStart + 1, (long) length);
    } else {
      System.arraycopy(buffer, frameStart + FRAME_HEADER_SIZE, buffer, frameStart, length);
      size -= FRAME_HEADER_SIZE;
    }
    frameStart = NO_FRAME;
  }

  /** Makes room for so many bytes, behind the header of a new frame where one is due. */
  private void reserve(int count) {
    boolean newFrame = framing && frameStart == NO_FRAME;
    int needed = Math.addExact(size, count + (newFrame ? FRAME_HEADER_SIZE : 0));
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
    }
    if (newFrame) {
      frameStart = size;
      size += FRAME_HEADER_SIZE;
    }
  }

  void op(int opcode) {
    reserve(1);
    buffer[size++] = (byte) opcode;
  }

  /** An opcode and a little-endian number of so many bytes. */
  void op(int opcode, long number, int width) {
    reserve(1 + Long.BYTES);
    buffer[size++] = (byte) opcode;
    LONG.set(buffer, size, number); // what is beyond the width will be written over
    size += width;
  }

  /** An opcode and eight bytes, big-endian, as BINFLOAT has them. */
  void op(int opcode, double number) {
    op(opcode, Long.reverseBytes(Double.doubleToRawLongBits(number)), Long.BYTES);
  }

  /** An opcode, a length of so many bytes, and the content: outside any frame when it is large. */
  void op(int opcode, int width, byte[] content) {
    boolean large = content.length >= FRAME_SIZE_TARGET;
    boolean wasFraming = framing;
    if (large) {
      closeFrame();
      framing = false;
    }
    op(opcode, content.length, width);
    bytes(content);
    framing = wasFraming;
  }

  /** An opcode and a line of text. */
  void line(int opcode, byte[] content) {
    op(opcode);
    bytes(content);
    bytes(new byte[] {'\n'});
  }

  void line(int opcode, String content) {
    line(opcode, content.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] content) {
    reserve(content.length);
    System.arraycopy(content, 0, buffer, size, content.length);
    size += content.length;
  }

  byte[] finish() {
    closeFrame();
    return Arrays.copyOf(buffer, size);
  }
}
