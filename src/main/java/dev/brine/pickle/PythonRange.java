package dev.brine.pickle;

import java.math.BigInteger;
import java.util.Objects;

/** The value of a Python {@code range}, or of Python 2's {@code xrange}. */
public record PythonRange(BigInteger start, BigInteger stop, BigInteger step) {

  public PythonRange {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(stop, "stop");
    if (step.signum() == 0) {
      throw new IllegalArgumentException("step must not be zero");
    }
  }
}
