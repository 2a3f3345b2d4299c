package dev.brine.wrapping;

/**
 * How a text of one kind of characters is broken into lines.
 *
 * @param length of every line but the last; 0 if all is one line
 * @param separator between the lines
 */
record Lines(int length, String separator) {

  static final Lines ONE = new Lines(0, "");

  /** By the first line. */
  static Lines of(String text) {
    int end = 0;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    int next = end;
    while (next < text.length() && isBreak(text.charAt(next))) {
      next++;
    }
    return next == text.length() ? ONE : new Lines(end, text.substring(end, next));
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** The text without its breaks. */
  static String join(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace("\r", "").replace("\n", "");
  }

  /** The text with breaks. */
  String fold(String text) {
    if (length == 0) {
      return text;
    }
    StringBuilder folded = new StringBuilder();
    for (int start = 0; start < text.length(); start += length) {
      folded.append(start == 0 ? "" : separator);
      folded.append(text, start, Math.min(text.length(), start + length));
    }
    return folded.toString();
  }

  String details() {
    return length == 0 ? "" : "in lines of " + length;
  }
}
