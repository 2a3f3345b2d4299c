package dev.brine.wrapping;

import java.nio.charset.StandardCharsets;

/**
 * A text without the white space around it, which is kept to be put back.
 *
 * @param before white space, or the byte order mark of UTF-8
 * @param body the text, one character for each byte
 */
record Margins(String before, String body, String after) {

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private static final String SPACE = " \t\n\r";
  private static final String LINE_BREAKS = "\n\r";

  static Margins of(byte[] content) {
    return of(content, SPACE);
  }

  /** For a text where a space may be its first or last character. */
  static Margins ofLine(byte[] content) {
    return of(content, LINE_BREAKS);
  }

  private static Margins of(byte[] content, String stripped) {
    String all = new String(content, StandardCharsets.ISO_8859_1);
    int start = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    int end = all.length();
    while (start < end && stripped.indexOf(all.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && stripped.indexOf(all.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Margins(all.substring(0, start), all.substring(start, end), all.substring(end));
  }

  /** Another text within the same white space. */
  byte[] around(String text) {
    return (before + text + after).getBytes(StandardCharsets.ISO_8859_1);
  }
}
