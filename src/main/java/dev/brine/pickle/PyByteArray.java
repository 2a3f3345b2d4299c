package dev.brine.pickle;

/**
 * A Python {@code bytearray}. Mutable in Python, hence compared by identity; here its content never
 * changes, so that it may be shared between threads.
 */
public final class PyByteArray extends ByteContent {

  private PyByteArray(byte[] content) {
    super(content);
  }

  public static PyByteArray of(byte... content) {
    return new PyByteArray(content.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyByteArray wrap(byte[] content) {
    return new PyByteArray(content);
  }
}
