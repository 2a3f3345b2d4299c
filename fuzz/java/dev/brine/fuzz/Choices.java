package dev.brine.fuzz;

import java.util.Arrays;

/** Bytes of the fuzzer read as a row of choices; when they are used up, every choice is 0. */
final class Choices {

  private static final int MASK = 0xFF;

  private final byte[] bytes;
  private int position;

  Choices(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  boolean areLeft() {
    return position < bytes.length;
  }

  /** A number made of all that is left. */
  int rest() {
    return Arrays.hashCode(
        Arrays.copyOfRange(bytes, Math.min(position, bytes.length), bytes.length));
  }

  /** A number from 0 to below the bound, which is positive. */
  int below(int bound) {
    int value = next();
    if (bound > MASK + 1) {
      value = value << Byte.SIZE | next();
    }
    return value % bound;
  }

  private int next() {
    return areLeft() ? bytes[position++] & MASK : 0;
  }
}
