package dev.brine.cli;

/** HTML being written; it is XML, too. What is text is escaped. Not thread-safe. */
final class Markup {

  private final StringBuilder out = new StringBuilder();

  /** As it stands. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text; what no XML may hold is shown as a replacement character. */
  Markup text(String text) {
    text.codePoints().forEach(this::append);
    return this;
  }

  private void append(int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
    }
  }

  /** XML 1.0, production 2, without the control characters beyond ASCII. */
  private static boolean isAllowed(int c) {
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
    return !isControl && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
  }

  /** An element without attributes that holds text. */
  Markup element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
