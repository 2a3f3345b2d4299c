package dev.brine.expr;

import java.util.List;

/** A value of PostgreSQL's multirange types: SQLAlchemy's {@code MultiRange}. */
public record MultiRange(List<Range> ranges) {

  public MultiRange {
    ranges = List.copyOf(ranges);
  }

  public static MultiRange of(Range... ranges) {
    return new MultiRange(List.of(ranges));
  }
}
