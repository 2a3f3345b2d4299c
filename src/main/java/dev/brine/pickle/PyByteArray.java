package dev.brine.pickle;

import java.util.Arrays;

/**
 * A Python {@code bytearray}. Mutable in Python, hence compared by identity; here its content never
 * changes once it is read, so that it may be shared between threads.
 */
public final class PyByteArray extends ByteContent {

  /** The content, and behind it the room that a bytearray has got which grows. */
  private volatile byte[] items;

  private int size;

  private PyByteArray(byte[] content) {
    super(content);
    items = content;
    size = content.length;
  }

  public static PyByteArray of(byte... content) {
    return new PyByteArray(content.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyByteArray wrap(byte[] content) {
    return new PyByteArray(content);
  }

  @Override
  byte[] content() {
    byte[] all = items;
    if (all.length > size) {
      all = Arrays.copyOf(all, size);
      items = all;
    }
    return all;
  }

  @Override
  public int length() {
    return size;
  }

  /** For the reader alone. */
  void add(byte item) {
    byte[] all = items;
    if (size == all.length) {
      all = Arrays.copyOf(all, Math.max(2 * size, 16));
      items = all;
    }
    all[size++] = item;
  }

  /** For the reader alone. */
  void set(int index, byte item) {
    items[index] = item;
  }
}
