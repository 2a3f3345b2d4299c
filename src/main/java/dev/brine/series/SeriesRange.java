package dev.brine.series;

import java.util.Objects;

/** The SQLAlchemy series that can have written a dump; both ends belong to it. */
public record SeriesRange(Series first, Series last) {

  /** What is known of a dump that holds nothing telling. */
  public static final SeriesRange ANY = new SeriesRange(Series.V0_6, Series.V2_1);

  public SeriesRange {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }

  public boolean contains(Series series) {
    return first.compareTo(series) <= 0 && last.compareTo(series) >= 0;
  }

  /** What both say; where they contradict each other, all that lies between them. */
  SeriesRange and(SeriesRange other) {
    Series low = first.compareTo(other.first) >= 0 ? first : other.first;
    Series high = last.compareTo(other.last) <= 0 ? last : other.last;
    return low.compareTo(high) <= 0 ? new SeriesRange(low, high) : new SeriesRange(high, low);
  }

  /** {@code "2.0"}, {@code "0.9 to 1.3"}, {@code "1.4 or later"}, {@code "any"}. */
  @Override
  public String toString() {
    if (equals(ANY)) {
      return "any";
    }
    if (first == last) {
      return first.toString();
    }
    if (last == ANY.last) {
      return first + " or later";
    }
    return first == ANY.first ? last + " or earlier" : first + " to " + last;
  }
}
