package dev.brine.compat;

import dev.brine.series.Series;

/** Of 2.1. */
class Releases21IT extends ReleasesOfSeries {

  Releases21IT() {
    super(Series.V2_1, "2.1.0b3");
  }
}
