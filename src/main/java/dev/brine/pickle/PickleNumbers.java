package dev.brine.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as protocols 0 and 1 spell them, ASCII text, with all that CPython's unpickler in C lets
 * pass: it reads an INT with {@code strtol()} and every int that this leaves with {@code
 * PyLong_FromString()}, see Modules/_pickle.c and Objects/longobject.c of CPython 3.11.
 */
final class PickleNumbers {

  private static final String SPACE = "[ \\t\\x0B\\f\\r]*";
  private static final Pattern PLAIN = Pattern.compile("-?[1-9][0-9]{0,17}");

  /** An int of C: base 8 after a zero. */
  private static final Pattern C_INT =
      Pattern.compile(SPACE + "([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))");

  /** An int of Python 3: with underscores, and nothing but zeros after a zero. */
  private static final Pattern PYTHON_INT =
      Pattern.compile(
          SPACE
              + "([+-]?)(?:0[xX]((?:_?[0-9a-fA-F])+)|0[oO]((?:_?[0-7])+)|0[bB]((?:_?[01])+)"
              + "|(0(?:_?0)*|[1-9](?:_?[0-9])*))"
              + SPACE);

  private static final Pattern DECIMAL =
      Pattern.compile(SPACE + "([+-]?[0-9](?:_?[0-9])*)" + SPACE);
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("(?i)([+-]?)inf(?:inity)?");
  private static final Pattern NAN = Pattern.compile("(?i)[+-]?nan");

  private static final int[] C_BASES = {0, 16, 8, 10};
  private static final int[] PYTHON_BASES = {0, 16, 8, 2, 10};

  private PickleNumbers() {}

  /** A Long where the number fits one, as the graph wants it. */
  static Object narrow(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : number;
  }

  /**
   * The int, or bool, of an INT's line; null when it spells none. A bool is what C reads as 0 or 1
   * in two characters, be it {@code 00} or {@code +1}. A NUL ends what C reads: nothing is 0.
   */
  static @Nullable Object integer(byte[] line) {
    String text = ascii(line);
    if (PLAIN.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    Matcher c = C_INT.matcher(upToNul(text));
    Object read = text.startsWith("\0") ? (Object) 0L : c.matches() ? number(c) : null;
    if (read instanceof Long number) {
      boolean isFlag = text.length() == 2 && (number == 0 || number == 1);
      return isFlag ? (Object) (number == 1) : number;
    }
    return literal(text);
  }

  /** The int of a LONG's line, the {@code L} at its end apart; null when it spells none. */
  static @Nullable Object longInteger(byte[] line) {
    String text = ascii(line);
    return literal(text.endsWith("L") ? text.substring(0, text.length() - 1) : text);
  }

  private static @Nullable Object literal(String text) {
    Matcher python = PYTHON_INT.matcher(upToNul(text));
    return python.matches() ? number(python) : null;
  }

  /** The number of a match; its groups are the sign and the digits of bases 16, 8, 2 and 10. */
  private static Object number(Matcher match) {
    int[] bases = match.groupCount() == C_BASES.length ? C_BASES : PYTHON_BASES;
    for (int group = 2; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        String digits = match.group(group).replace("_", "");
        return narrow(new BigInteger(match.group(1) + digits, bases[group - 1]));
      }
    }
    throw new AssertionError("a number without digits"); // each alternative has a group
  }

  /** The number of a PUT's or GET's line; null when it spells none. */
  static @Nullable Object memoNumber(byte[] line) {
    Matcher decimal = DECIMAL.matcher(upToNul(ascii(line)));
    return decimal.matches() ? narrow(new BigInteger(decimal.group(1).replace("_", ""))) : null;
  }

  /** What C takes for the whole text. */
  private static String upToNul(String text) {
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * The float of a line, {@code inf} and {@code nan} included; null when it spells none, or one
   * that is too large.
   */
  static @Nullable Double real(byte[] line) {
    String text = upToNul(ascii(line));
    Matcher infinite = INFINITE.matcher(text);
    if (infinite.matches()) {
      return infinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (NAN.matcher(text).matches()) {
      return Double.NaN;
    }
    Double number = FLOAT.matcher(text).matches() ? Double.valueOf(text) : null;
    return number == null || number.isInfinite() ? null : number;
  }

  /** How Python's {@code repr} spells a float: the shortest digits that give it back. */
  static String repr(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return Double.toString(number).replace("E", "e");
  }

  private static String ascii(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }
}
