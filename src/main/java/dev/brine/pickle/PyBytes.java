package dev.brine.pickle;

import java.util.Arrays;

/** Python 3 {@code bytes}. Immutable; equal by value. */
public final class PyBytes extends ByteContent {

  private PyBytes(byte[] content) {
    super(content);
  }

  public static PyBytes of(byte... content) {
    return new PyBytes(content.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyBytes wrap(byte[] content) {
    return new PyBytes(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PyBytes that && Arrays.equals(content(), that.content());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content());
  }
}
