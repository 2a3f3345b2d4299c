package dev.brine.codec;

import dev.brine.pickle.PyByteString;

/** Text that Python 2 may have written as an 8-bit string. */
final class Texts {

  private Texts() {}

  static boolean isText(Object node) {
    return node instanceof String || node instanceof PyByteString;
  }

  /** The text of a key or name; of any other node what it looks like. */
  static String of(Object node) {
    return node instanceof PyByteString bytes ? bytes.text() : node.toString();
  }
}
