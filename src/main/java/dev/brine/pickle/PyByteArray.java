package dev.brine.pickle;

/**
 * A Python {@code bytearray}. Mutable in Python, hence compared by identity; here its content never
 * changes, so that it may be shared between threads.
 */
public final class PyByteArray implements PyNode {

  private final byte[] content;

  private PyByteArray(byte[] content) {
    this.content = content;
  }

  public static PyByteArray of(byte... content) {
    return new PyByteArray(content.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyByteArray wrap(byte[] content) {
    return new PyByteArray(content);
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return content.clone();
  }

  /** The content itself, not to be changed. */
  byte[] content() {
    return content;
  }

  public int length() {
    return content.length;
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
