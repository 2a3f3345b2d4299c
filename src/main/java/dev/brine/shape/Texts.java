package dev.brine.shape;

import dev.brine.pickle.PyByteString;

/** Text that Python 2 may have written as an 8-bit string. */
public final class Texts {

  private Texts() {}

  public static boolean isText(Object node) {
    return node instanceof String || node instanceof PyByteString;
  }

  /** The text of a key or name; of any other node what it looks like. */
  public static String of(Object node) {
    return node instanceof PyByteString bytes ? bytes.text() : node.toString();
  }
}
