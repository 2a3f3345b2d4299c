package dev.brine.pickle;

import java.util.Objects;

/**
 * A {@code decimal.Decimal} that a BigDecimal cannot hold: NaN and signalling NaN with their
 * payload, the infinities, minus zero, an exponent beyond an int.
 *
 * @param text as {@code str(decimal)} spells it, such as {@code "-Infinity"} or {@code "sNaN"}
 */
public record PythonDecimal(String text) {

  public PythonDecimal {
    Objects.requireNonNull(text, "text");
  }
}
