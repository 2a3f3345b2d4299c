package dev.brine.sql;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as Python's {@code repr} spells them. Stateless. */
public final class PythonFloat {

  /** With so many digits every decimal fraction comes back; one or two more tell all doubles. */
  private static final int SAFE_DIGITS = 15;

  private static final int ALL_DIGITS = 17;

  /** {@code repr} writes an exponent from this power of ten on, and below {@code 1e-4}. */
  private static final int FIRST_LARGE_EXPONENT = 16;

  private static final int LAST_SMALL_EXPONENT = -4;

  private PythonFloat() {}

  /** The shortest digits that give the number back: {@code 0.1}, {@code 1e+16}, {@code inf}. */
  public static String repr(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(number).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent >= FIRST_LARGE_EXPONENT || exponent < LAST_SMALL_EXPONENT
        ? scientific(shortest, exponent)
        : plain(shortest);
  }

  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    // The smallest doubles have fewer digits than others.
    int fewest = Math.abs(number) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
    for (int digits = fewest; digits < ALL_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(ALL_DIGITS));
  }

  private static String plain(BigDecimal number) {
    String text = number.toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String scientific(BigDecimal number, int exponent) {
    String digits = number.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = number.signum() < 0 ? "-" : "";
    String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
    return sign + digits.charAt(0) + fraction + "e" + power + Math.abs(exponent);
  }
}
