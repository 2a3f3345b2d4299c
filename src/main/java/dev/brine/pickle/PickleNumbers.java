package dev.brine.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as protocols 0 and 1 spell them: ASCII text. */
final class PickleNumbers {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final int LONG_DIGITS = 18;

  private PickleNumbers() {}

  /** A Long where the number fits one, as the graph wants it. */
  static Object narrow(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : number;
  }

  /** The int of a line, or null when it spells none. */
  static @Nullable Object integer(byte[] line) {
    String text = ascii(line);
    if (!INTEGER.matcher(text).matches()) {
      return null;
    }
    return text.length() <= LONG_DIGITS
        ? (Object) Long.valueOf(text)
        : narrow(new BigInteger(text));
  }

  /** The float of a line, {@code inf} and {@code nan} included, or null when it spells none. */
  static @Nullable Double real(byte[] line) {
    String text = ascii(line);
    return switch (text) {
      case "nan", "-nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> FLOAT.matcher(text).matches() ? Double.valueOf(text) : null;
    };
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
