package dev.brine.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 8-bit {@code str} of Python 2, which may be text or binary: Python 2 itself does not tell.
 * Immutable; equal by value.
 */
public final class PyByteString extends ByteContent {

  private PyByteString(byte[] content) {
    super(content);
  }

  public static PyByteString of(byte... content) {
    return new PyByteString(content.clone());
  }

  /** Takes the array over: the caller must not keep it. */
  static PyByteString wrap(byte[] content) {
    return new PyByteString(content);
  }

  /**
   * The content as text: decoded as UTF-8 where it is valid UTF-8 (ASCII is), else as Latin-1,
   * which keeps every byte.
   */
  public String text() {
    if (isAscii()) {
      return new String(content(), StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content())).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(content(), StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether every byte is ASCII: only such a string equals a Unicode one in Python 2. */
  public boolean isAscii() {
    for (byte each : content()) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PyByteString that && Arrays.equals(content(), that.content());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content());
  }
}
