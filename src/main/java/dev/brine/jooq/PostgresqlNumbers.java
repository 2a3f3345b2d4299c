package dev.brine.jooq;

import java.math.BigDecimal;

/** PostgreSQL's text for numbers. */
final class PostgresqlNumbers {

  private PostgresqlNumbers() {}

  static Double toDouble(String text) {
    return Double.valueOf(text);
  }

  /** A {@code numeric} may be NaN or infinite, which a BigDecimal cannot: then it is a Double. */
  static Number toDecimal(String text) {
    return Character.isLetter(text.charAt(text.length() - 1))
        ? Double.valueOf(text)
        : new BigDecimal(text);
  }
}
