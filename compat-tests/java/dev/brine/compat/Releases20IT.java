package dev.brine.compat;

import dev.brine.series.Series;

/** Of 2.0. */
class Releases20IT extends ReleasesOfSeries {

  Releases20IT() {
    super(Series.V2_0, "2.0.0");
  }
}
