package dev.brine.catalog;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.brine.error.PickleLimitException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;

/** The limits on what is read, as Jackson keeps them in JSON. Stateless. */
public final class JsonLimits {

  /** An element, a type or a value takes a few objects and arrays inside each other. */
  private static final long LEVELS_OF_EACH = 10;

  private JsonLimits() {}

  /** What Jackson is told. */
  public static StreamReadConstraints constraints(ReadLimits limits) {
    return StreamReadConstraints.builder()
        .maxNestingDepth((int) (LEVELS_OF_EACH * limits.of(Limit.MAX_NESTING)))
        .maxStringLength((int) limits.of(Limit.MAX_TEXT))
        .maxNameLength((int) limits.of(Limit.MAX_TEXT))
        .maxNumberLength((int) limits.of(Limit.MAX_DIGITS))
        .build();
  }

  /** What Jackson's refusal means. */
  public static PickleLimitException exceeded(StreamConstraintsException e, ReadLimits limits) {
    String reason = e.getOriginalMessage();
    if (reason.contains("getMaxNestingDepth")) {
      return Limit.MAX_NESTING.exceeded(
          "objects and arrays of the JSON are nested deeper than %d times"
              .formatted(LEVELS_OF_EACH),
          limits);
    }
    return reason.contains("getMaxNumberLength")
        ? Limit.MAX_DIGITS.exceeded("a number of the JSON has more digits than", limits)
        : Limit.MAX_TEXT.exceeded("a text of the JSON is longer than", limits);
  }
}
