package dev.brine.series;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The form whose bytes 1.4, 2.0 and 2.1 load alike, for services that are not all upgraded on one
 * day. What only some of them can say is not to be had in it.
 */
public enum PortableForm implements DumpTarget {
  PORTABLE;

  private static final Set<Series> SERIES =
      Collections.unmodifiableSet(EnumSet.of(Series.V1_4, Series.V2_0, Series.V2_1));

  @Override
  public Set<Series> series() {
    return SERIES;
  }

  /** As the command line calls it. */
  @Override
  public String toString() {
    return "portable";
  }
}
