package dev.brine.sql;

import dev.brine.expr.MultiRange;
import dev.brine.expr.Range;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ranges as Python's {@code str()} and PostgreSQL write them: {@code [1,5)}. Stateless. */
public final class RangeText {

  private RangeText() {}

  public static String of(Range range) {
    if (range.isEmpty()) {
      return "empty";
    }
    String bounds = range.bounds();
    return bounds.charAt(0)
        + bound(range.lower())
        + ","
        + bound(range.upper())
        + bounds.charAt(bounds.length() - 1);
  }

  /** As PostgreSQL writes it: {@code {[1,5),[7,9)}}. */
  public static String of(MultiRange ranges) {
    return ranges.ranges().stream().map(RangeText::of).collect(Collectors.joining(",", "{", "}"));
  }

  private static String bound(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String quoted = LiteralValues.dateTime(value, false);
    return quoted == null ? value.toString() : quoted.substring(1, quoted.length() - 1);
  }
}
