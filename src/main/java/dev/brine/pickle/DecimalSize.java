package dev.brine.pickle;

import org.jspecify.annotations.Nullable;

/** How much the text of a Decimal stands for. */
public final class DecimalSize {

  private DecimalSize() {}

  /** The limit that a Decimal of this text exceeds; null if none, or if it spells no number. */
  public static @Nullable Limit exceeds(String text, ReadLimits limits) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String digits = e < 0 ? text : text.substring(0, e);
    if (digits.length() > limits.of(Limit.MAX_DIGITS)) {
      return Limit.MAX_DIGITS;
    }
    return e >= 0 && isBeyond(text.substring(e + 1), limits.of(Limit.MAX_EXPONENT))
        ? Limit.MAX_EXPONENT
        : null;
  }

  private static boolean isBeyond(String exponent, long most) {
    if (!exponent.matches("[+-]?[0-9]+")) {
      return false;
    }
    try {
      return Math.abs(Long.parseLong(exponent)) > most;
    } catch (NumberFormatException moreThanALong) {
      return true;
    }
  }
}
