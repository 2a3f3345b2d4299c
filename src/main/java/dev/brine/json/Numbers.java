package dev.brine.json;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that survive whatever reads JSON: an int is a number as far as a double counts exactly,
 * and a text in an object beyond; a float is a number only if it has a fraction, as {@code 5.0} and
 * {@code 5} are one number to many readers.
 */
final class Numbers {

  static final String INT = "int";
  static final String FLOAT = "float";

  /** 2 to the power of 53, less one: RFC 7493, section 2.2. */
  static final long LARGEST_EXACT = (1L << 53) - 1;

  /** Doubles from here on are written with an exponent, as numbers or without a fraction. */
  private static final double LARGE = 1e15;

  private Numbers() {}

  static Object write(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      boolean hasFraction = value != Math.rint(value) && Math.abs(value) < LARGE;
      return hasFraction ? value : ValueWriting.tagged(FLOAT, floatText(value));
    }
    if (number instanceof BigInteger large && large.bitLength() >= Long.SIZE) {
      return ValueWriting.tagged(INT, large.toString());
    }
    boolean isInteger =
        number instanceof Long
            || number instanceof Integer
            || number instanceof Short
            || number instanceof Byte
            || number instanceof BigInteger;
    if (!isInteger) {
      throw new UnsupportedConstructException(
          "there is no JSON form of " + Wording.a(number.getClass().getName()),
          "convert it to one of the types that PythonValues lists");
    }
    long value = number.longValue();
    return Math.abs(value) <= LARGEST_EXACT
        ? (Object) value
        : ValueWriting.tagged(INT, Long.toString(value));
  }

  /** As Python prints it. */
  private static Object floatText(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    boolean isNegativeZero = value == 0 && 1 / value < 0;
    return isNegativeZero ? "-0.0" : value;
  }

  /** What is under {@link #FLOAT}. */
  static Double readFloat(Place json) {
    if (json.node().isNumber()) {
      return finite(json);
    }
    return switch (json.text()) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "-0.0" -> -0.0;
      default -> throw json.expected("a number, nan, inf, -inf or -0.0");
    };
  }

  private static Double finite(Place json) {
    double value = json.node().doubleValue();
    if (Double.isInfinite(value)) {
      throw json.expected("a number that a double can hold");
    }
    return value;
  }

  /** A number that stands for itself. */
  static Object read(Place json) {
    if (!json.node().isIntegralNumber()) {
      return finite(json);
    }
    return narrow(json.node().bigIntegerValue());
  }

  /** What is under {@link #INT}. */
  static Object readInt(Place json, ReadLimits limits) {
    String text = json.text();
    if (text.length() > limits.of(Limit.MAX_DIGITS)) {
      throw Limit.MAX_DIGITS.exceeded(
          "the number at %s has more digits than".formatted(json.path()), limits);
    }
    if (!text.matches("-?[0-9]+")) {
      throw json.expected("a whole number");
    }
    return narrow(new BigInteger(text));
  }

  private static Object narrow(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : number;
  }

  /** A whole number of any form. */
  static @Nullable BigInteger integer(@Nullable Object value) {
    return value instanceof Long number
        ? BigInteger.valueOf(number)
        : value instanceof BigInteger number ? number : null;
  }
}
