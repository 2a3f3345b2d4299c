package dev.brine.pickle;

/** The bytes of Python's three kinds of byte strings. They never change, and may be shared. */
abstract sealed class ByteContent implements PyNode permits PyBytes, PyByteArray, PyByteString {

  private final byte[] content;

  /** Takes the array over: the caller must not keep it. */
  ByteContent(byte[] content) {
    this.content = content;
  }

  /** A copy of the content. */
  public final byte[] bytes() {
    return content().clone();
  }

  /** The content itself, not to be changed. */
  byte[] content() {
    return content;
  }

  public int length() {
    return content.length;
  }

  @Override
  public final String toString() {
    return GraphText.of(this);
  }
}
