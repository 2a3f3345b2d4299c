package dev.brine.pickle;

import java.util.Arrays;

/** Python 3 {@code bytes}. Immutable; equal by value. */
public final class PyBytes implements PyNode {

  private final byte[] content;

  private PyBytes(byte[] content) {
    this.content = content;
  }

  public static PyBytes of(byte... content) {
    return new PyBytes(content.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyBytes wrap(byte[] content) {
    return new PyBytes(content);
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
  public boolean equals(Object other) {
    return other instanceof PyBytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
