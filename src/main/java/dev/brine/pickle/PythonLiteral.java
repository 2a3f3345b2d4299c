package dev.brine.pickle;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in Python's notation, as {@code repr()} writes them: {@code PyBytes_Repr} in CPython 3's
 * Objects/bytesobject.c, {@code PyString_Repr} in CPython 2's Objects/stringobject.c. Stateless.
 */
public final class PythonLiteral {

  private PythonLiteral() {}

  /**
   * What the literal means; null if it is not in quotes. An escape that Python does not know stays
   * as it is.
   *
   * @param line the literal with its quotes, without a letter before them
   */
  public static byte @Nullable [] read(byte[] line) {
    int last = line.length - 1;
    if (last < 1 || line[0] != line[last] || (line[0] != '\'' && line[0] != '"')) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(line.length);
    for (int i = 1; i < last; ) {
      i = line[i] == '\\' ? unescape(line, i + 1, last, out) : copy(line, i, out);
      if (i < 0) {
        return null;
      }
    }
    return out.toByteArray();
  }

  private static int copy(byte[] line, int at, ByteArrayOutputStream out) {
    out.write(line[at]);
    return at + 1;
  }

  /** Writes the byte that the escape at this place means; the place after it, or -1. */
  private static int unescape(byte[] line, int at, int end, ByteArrayOutputStream out) {
    if (at >= end) {
      return -1;
    }
    int simple = "abfnrtv\\'\"".indexOf(line[at]);
    if (simple >= 0) {
      out.write("\u0007\b\f\n\r\t\u000b\\'\"".charAt(simple));
      return at + 1;
    }
    if (line[at] == 'x') {
      int value = at + 3 > end ? -1 : PickleText.hex(line, at + 1, 2);
      out.write(value);
      return value < 0 ? -1 : at + 3;
    }
    if (Character.digit(line[at], 8) >= 0) {
      return octal(line, at, end, out);
    }
    out.write('\\'); // Python keeps an escape it does not know
    return at;
  }

  private static int octal(byte[] line, int start, int end, ByteArrayOutputStream out) {
    int value = 0;
    int at = start;
    while (at < end && at < start + 3 && Character.digit(line[at], 8) >= 0) {
      value = (value << 3) | Character.digit(line[at], 8);
      at++;
    }
    out.write(value);
    return at;
  }

  /** In single quotes, unless there are such in it and no double ones; ASCII. */
  public static String write(byte[] content) {
    boolean single = false;
    boolean isDouble = false;
    for (byte each : content) {
      single |= each == '\'';
      isDouble |= each == '"';
    }
    char quote = single && !isDouble ? '"' : '\'';
    StringBuilder out = new StringBuilder(content.length * 2).append(quote);
    for (byte each : content) {
      append(out, each & 0xFF, quote);
    }
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int value, char quote) {
    switch (value) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      default -> {
        if (value < ' ' || value > '~') {
          out.append("\\x%02x".formatted(value));
        } else {
          out.append(value == quote || value == '\\' ? "\\" : "").append((char) value);
        }
      }
    }
  }
}
